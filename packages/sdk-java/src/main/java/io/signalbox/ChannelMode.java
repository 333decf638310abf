// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class ChannelMode {
    public static final String FAILOVER = "failover";
    public static final String PARALLEL = "parallel";

    private ChannelMode() {}
}
