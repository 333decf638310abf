<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class WebhookEventType
{
    public const MESSAGE_QUEUED = 'message.queued';
    public const MESSAGE_HELD = 'message.held';
    public const MESSAGE_SENT = 'message.sent';
    public const MESSAGE_DELIVERED = 'message.delivered';
    public const MESSAGE_UNDELIVERED = 'message.undelivered';
    public const MESSAGE_FAILED = 'message.failed';
    public const MESSAGE_EXPIRED = 'message.expired';
    public const MESSAGE_UNKNOWN = 'message.unknown';
    public const MESSAGE_SUPPRESSED = 'message.suppressed';
    public const MESSAGE_CANCELED = 'message.canceled';
    public const VERIFICATION_CREATED = 'verification.created';
    public const VERIFICATION_ATTEMPTED = 'verification.attempted';
    public const VERIFICATION_APPROVED = 'verification.approved';
    public const VERIFICATION_EXPIRED = 'verification.expired';
    public const VERIFICATION_CANCELED = 'verification.canceled';
    public const VERIFICATION_MAX_ATTEMPTS_REACHED = 'verification.max_attempts_reached';
    public const VERIFICATION_BLOCKED = 'verification.blocked';
    public const VERIFICATION_FAILED = 'verification.failed';
    public const ROUTE_ALERT_STARTED = 'route.alert_started';
    public const ROUTE_ALERT_ENDED = 'route.alert_ended';
    public const INBOUND_RECEIVED = 'inbound.received';
    public const TEMPLATE_SUBMITTED = 'template.submitted';
    public const TEMPLATE_APPROVED = 'template.approved';
    public const TEMPLATE_REJECTED = 'template.rejected';
    public const TEMPLATE_PAUSED = 'template.paused';
    public const TEMPLATE_RESUMED = 'template.resumed';
    public const WEBHOOK_EXHAUSTED = 'webhook.exhausted';
    public const WEBHOOK_DISABLED = 'webhook.disabled';
}
