// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class Environment {
    public static final String LIVE = "live";
    public static final String SANDBOX = "sandbox";

    private Environment() {}
}
