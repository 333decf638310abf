// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class RegistryOutcome {
    public static final String KNOWN = "known";
    public static final String TO_ASK = "to_ask";
    public static final String ASKED = "asked";
    public static final String NO_ANSWER = "no_answer";
    public static final String OVER_LIMIT = "over_limit";

    private RegistryOutcome() {}
}
