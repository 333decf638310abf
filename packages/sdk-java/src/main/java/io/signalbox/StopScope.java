// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class StopScope {
    public static final String MARKETING = "marketing";
    public static final String ALL = "all";

    private StopScope() {}
}
