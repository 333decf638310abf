// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class NetworkSource {
    public static final String PREFIX = "prefix";
    public static final String RECEIPT = "receipt";
    public static final String LOOKUP = "lookup";
    public static final String CACHE = "cache";

    private NetworkSource() {}
}
