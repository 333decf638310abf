// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class KeptFor {
    public static final String RETENTION_DAYS = "retention_days";
    public static final String REQUEST_LOG_DAYS = "request_log_days";
    public static final String WEBHOOK_DAYS = "webhook_days";
    public static final String ONE_DAY = "one_day";
    public static final String WINDOW = "window";
    public static final String UNTIL_LIFTED = "until_lifted";
    public static final String UNTIL_ERASED = "until_erased";
    public static final String FOR_GOOD = "for_good";

    private KeptFor() {}
}
