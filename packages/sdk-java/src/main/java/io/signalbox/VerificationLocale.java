// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class VerificationLocale {
    public static final String EN = "en";
    public static final String ZH = "zh";
    public static final String ES = "es";
    public static final String PT_BR = "pt-BR";
    public static final String HI = "hi";
    public static final String DE = "de";
    public static final String FR = "fr";
    public static final String AR = "ar";
    public static final String ID = "id";
    public static final String VI = "vi";

    private VerificationLocale() {}
}
