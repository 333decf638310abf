// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class RequestOutcome {
    public static final String DONE = "done";
    public static final String REFUSED = "refused";
    public static final String FAILED = "failed";

    private RequestOutcome() {}
}
