// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class KeywordKind {
    public static final String STOP = "stop";
    public static final String START = "start";
    public static final String HELP = "help";
    public static final String JOIN = "join";

    private KeywordKind() {}
}
