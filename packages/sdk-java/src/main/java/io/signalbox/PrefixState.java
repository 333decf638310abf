// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class PrefixState {
    public static final String ACTIVE = "active";
    public static final String EXPIRED = "expired";
    public static final String LIFTED = "lifted";

    private PrefixState() {}
}
