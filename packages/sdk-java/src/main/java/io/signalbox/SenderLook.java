// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class SenderLook {
    public static final String AS_IS = "as_is";
    public static final String AFFIXED = "affixed";
    public static final String REPLACED = "replaced";
    public static final String LABELLED = "labelled";

    private SenderLook() {}
}
