// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class DltStatus {
    public static final String PENDING = "pending";
    public static final String ACTIVE = "active";
    public static final String REJECTED = "rejected";
    public static final String SUSPENDED = "suspended";
    public static final String INACTIVE = "inactive";
    public static final String BLACKLISTED = "blacklisted";

    private DltStatus() {}
}
