// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class BlockRule {
    public static final String NEAR = "near";
    public static final String WIDE = "wide";

    private BlockRule() {}
}
