// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class PrefixAction {
    public static final String BLOCK = "block";
    public static final String ALLOW = "allow";

    private PrefixAction() {}
}
