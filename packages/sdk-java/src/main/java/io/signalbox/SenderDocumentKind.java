// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class SenderDocumentKind {
    public static final String AUTHORISATION = "authorisation";
    public static final String REGISTRATION = "registration";
    public static final String TRADEMARK = "trademark";
    public static final String IDENTITY = "identity";
    public static final String OTHER = "other";

    private SenderDocumentKind() {}
}
