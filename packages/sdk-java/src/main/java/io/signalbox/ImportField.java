// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class ImportField {
    public static final String ADDRESS = "address";
    public static final String GIVEN_AT = "given_at";
    public static final String LOCALE = "locale";
    public static final String IP = "ip";
    public static final String REFERENCE = "reference";

    private ImportField() {}
}
