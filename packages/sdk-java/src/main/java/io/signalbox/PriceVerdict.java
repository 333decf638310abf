// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class PriceVerdict {
    public static final String NEW = "new";
    public static final String DEARER = "dearer";
    public static final String CHEAPER = "cheaper";
    public static final String CHANGED = "changed";
    public static final String ENDED = "ended";
    public static final String UNCHANGED = "unchanged";

    private PriceVerdict() {}
}
