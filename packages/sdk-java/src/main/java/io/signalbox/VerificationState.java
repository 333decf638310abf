// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class VerificationState {
    public static final String PENDING = "pending";
    public static final String APPROVED = "approved";
    public static final String EXPIRED = "expired";
    public static final String MAX_ATTEMPTS_REACHED = "max_attempts_reached";
    public static final String CANCELED = "canceled";
    public static final String BLOCKED = "blocked";
    public static final String FAILED = "failed";

    private VerificationState() {}
}
