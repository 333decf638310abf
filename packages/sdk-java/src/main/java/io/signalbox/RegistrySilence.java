// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class RegistrySilence {
    public static final String HOLD = "hold";
    public static final String STOP = "stop";

    private RegistrySilence() {}
}
