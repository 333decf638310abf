// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class InboundOutcome {
    public static final String STOPPED = "stopped";
    public static final String STARTED = "started";
    public static final String JOINED = "joined";
    public static final String HELPED = "helped";
    public static final String UNCHANGED = "unchanged";
    public static final String UNSURE = "unsure";
    public static final String READ = "read";

    private InboundOutcome() {}
}
