<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class ChannelState
{
    public const ACCEPTED = 'accepted';
    public const SCHEDULED = 'scheduled';
    public const HELD = 'held';
    public const QUEUED = 'queued';
    public const SENDING = 'sending';
    public const SENT = 'sent';
    public const DELIVERED = 'delivered';
    public const UNDELIVERED = 'undelivered';
    public const FAILED = 'failed';
    public const EXPIRED = 'expired';
    public const UNKNOWN = 'unknown';
    public const SUPPRESSED = 'suppressed';
    public const CANCELED = 'canceled';
    public const WAITING = 'waiting';
    public const NOT_SENT = 'not_sent';
}
