// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class Reach {
    public static final String REACHABLE = "reachable";
    public static final String ABSENT = "absent";
    public static final String UNKNOWN = "unknown";

    private Reach() {}
}
