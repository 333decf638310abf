// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class WebhookFailure {
    public static final String STATUS = "status";
    public static final String REDIRECT = "redirect";
    public static final String GONE = "gone";
    public static final String SLOW_DOWN = "slow_down";
    public static final String TIMEOUT = "timeout";
    public static final String NO_CONNECTION = "no_connection";
    public static final String REFUSED = "refused";
    public static final String BROKEN_ANSWER = "broken_answer";

    private WebhookFailure() {}
}
