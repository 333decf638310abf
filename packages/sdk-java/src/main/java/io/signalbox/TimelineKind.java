// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class TimelineKind {
    public static final String ACCEPT = "accept";
    public static final String NORMALISE = "normalise";
    public static final String SCHEDULE = "schedule";
    public static final String GEO = "geo";
    public static final String SUPPRESSION = "suppression";
    public static final String CONSENT = "consent";
    public static final String REGISTRY = "registry";
    public static final String TEMPLATE = "template";
    public static final String FRAUD = "fraud";
    public static final String DLT = "dlt";
    public static final String SENDER = "sender";
    public static final String SCREENING = "screening";
    public static final String REACH = "reach";
    public static final String HOURS = "hours";
    public static final String LIMITS = "limits";
    public static final String BUDGET = "budget";
    public static final String VALIDITY = "validity";
    public static final String CONTENT = "content";
    public static final String ROUTE_CANDIDATES = "route.candidates";
    public static final String ROUTE_PICK = "route.pick";
    public static final String ATTEMPT_START = "attempt.start";
    public static final String ATTEMPT_ANSWER = "attempt.answer";
    public static final String ATTEMPT_UNKNOWN = "attempt.unknown";
    public static final String HOLD = "hold";
    public static final String FAILOVER = "failover";
    public static final String RECEIPT = "receipt";
    public static final String NEXT_CHANNEL = "next_channel";
    public static final String CANCEL = "cancel";
    public static final String FINAL = "final";
    public static final String CORRECTION = "correction";

    private TimelineKind() {}
}
