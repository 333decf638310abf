// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class ErasureRule {
    public static final String REMOVED = "removed";
    public static final String BLANKED = "blanked";
    public static final String HASHED = "hashed";
    public static final String KEPT = "kept";
    public static final String EXPIRES = "expires";

    private ErasureRule() {}
}
