// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class SenderKind {
    public static final String ALPHANUMERIC = "alphanumeric";
    public static final String LONG_NUMBER = "long_number";
    public static final String SHORT_CODE = "short_code";
    public static final String TOLL_FREE = "toll_free";
    public static final String MAILBOX = "mailbox";
    public static final String HEADER = "header";

    private SenderKind() {}
}
