// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class DltTag {
    public static final String VAR = "var";
    public static final String NUMERIC = "numeric";
    public static final String ALPHANUMERIC = "alphanumeric";
    public static final String URL = "url";
    public static final String URLOTT = "urlott";
    public static final String CBN = "cbn";
    public static final String EMAIL = "email";

    private DltTag() {}
}
