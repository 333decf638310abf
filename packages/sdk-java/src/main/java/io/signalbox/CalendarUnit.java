// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class CalendarUnit {
    public static final String DAY = "day";
    public static final String WEEK = "week";
    public static final String MONTH = "month";

    private CalendarUnit() {}
}
