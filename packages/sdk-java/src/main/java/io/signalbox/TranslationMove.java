// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class TranslationMove {
    public static final String BEGIN = "begin";
    public static final String ACCEPT = "accept";
    public static final String REJECT = "reject";
    public static final String REOPEN = "reopen";

    private TranslationMove() {}
}
