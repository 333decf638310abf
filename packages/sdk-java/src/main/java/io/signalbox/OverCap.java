// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class OverCap {
    public static final String DROP = "drop";
    public static final String DEFER = "defer";

    private OverCap() {}
}
