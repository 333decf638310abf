// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class WebhookEventType {
    public static final String MESSAGE_QUEUED = "message.queued";
    public static final String MESSAGE_HELD = "message.held";
    public static final String MESSAGE_SENT = "message.sent";
    public static final String MESSAGE_DELIVERED = "message.delivered";
    public static final String MESSAGE_UNDELIVERED = "message.undelivered";
    public static final String MESSAGE_FAILED = "message.failed";
    public static final String MESSAGE_EXPIRED = "message.expired";
    public static final String MESSAGE_UNKNOWN = "message.unknown";
    public static final String MESSAGE_SUPPRESSED = "message.suppressed";
    public static final String MESSAGE_CANCELED = "message.canceled";
    public static final String VERIFICATION_CREATED = "verification.created";
    public static final String VERIFICATION_ATTEMPTED = "verification.attempted";
    public static final String VERIFICATION_APPROVED = "verification.approved";
    public static final String VERIFICATION_EXPIRED = "verification.expired";
    public static final String VERIFICATION_CANCELED = "verification.canceled";
    public static final String VERIFICATION_MAX_ATTEMPTS_REACHED = "verification.max_attempts_reached";
    public static final String VERIFICATION_BLOCKED = "verification.blocked";
    public static final String VERIFICATION_FAILED = "verification.failed";
    public static final String ROUTE_ALERT_STARTED = "route.alert_started";
    public static final String ROUTE_ALERT_ENDED = "route.alert_ended";
    public static final String INBOUND_RECEIVED = "inbound.received";
    public static final String TEMPLATE_SUBMITTED = "template.submitted";
    public static final String TEMPLATE_APPROVED = "template.approved";
    public static final String TEMPLATE_REJECTED = "template.rejected";
    public static final String TEMPLATE_PAUSED = "template.paused";
    public static final String TEMPLATE_RESUMED = "template.resumed";
    public static final String WEBHOOK_EXHAUSTED = "webhook.exhausted";
    public static final String WEBHOOK_DISABLED = "webhook.disabled";

    private WebhookEventType() {}
}
