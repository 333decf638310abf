// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class Assurance {
    public static final String RESTRICTED = "restricted";
    public static final String ADDRESS_ONLY = "address_only";

    private Assurance() {}
}
