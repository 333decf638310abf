// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class MemberState {
    public static final String PENDING = "pending";
    public static final String CONFIRMED = "confirmed";
    public static final String WITHDRAWN = "withdrawn";
    public static final String EXPIRED = "expired";

    private MemberState() {}
}
