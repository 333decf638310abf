// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class WebhookOrigin {
    public static final String EVENT = "event";
    public static final String REPLAY = "replay";
    public static final String TEST = "test";

    private WebhookOrigin() {}
}
