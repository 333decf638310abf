// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class ChannelState {
    public static final String ACCEPTED = "accepted";
    public static final String SCHEDULED = "scheduled";
    public static final String HELD = "held";
    public static final String QUEUED = "queued";
    public static final String SENDING = "sending";
    public static final String SENT = "sent";
    public static final String DELIVERED = "delivered";
    public static final String UNDELIVERED = "undelivered";
    public static final String FAILED = "failed";
    public static final String EXPIRED = "expired";
    public static final String UNKNOWN = "unknown";
    public static final String SUPPRESSED = "suppressed";
    public static final String CANCELED = "canceled";
    public static final String WAITING = "waiting";
    public static final String NOT_SENT = "not_sent";

    private ChannelState() {}
}
