// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class PersonRequestState {
    public static final String WAITING = "waiting";
    public static final String RUNNING = "running";
    public static final String DONE = "done";
    public static final String REJECTED = "rejected";

    private PersonRequestState() {}
}
