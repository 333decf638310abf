// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class SenderStatus {
    public static final String DRAFT = "draft";
    public static final String SUBMITTED = "submitted";
    public static final String REGISTERED = "registered";
    public static final String REJECTED = "rejected";
    public static final String SUSPENDED = "suspended";
    public static final String EXPIRED = "expired";

    private SenderStatus() {}
}
