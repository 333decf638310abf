// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class PrefixOrigin {
    public static final String RULE = "rule";
    public static final String PERSON = "person";

    private PrefixOrigin() {}
}
