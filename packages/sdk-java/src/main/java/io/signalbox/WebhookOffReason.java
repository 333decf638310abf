// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class WebhookOffReason {
    public static final String PAUSED = "paused";
    public static final String GONE = "gone";
    public static final String FAILING = "failing";

    private WebhookOffReason() {}
}
