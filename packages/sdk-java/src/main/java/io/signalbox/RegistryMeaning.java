// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class RegistryMeaning {
    public static final String BLOCKS = "blocks";
    public static final String PERMITS = "permits";

    private RegistryMeaning() {}
}
