<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class TimelineKind
{
    public const ACCEPT = 'accept';
    public const NORMALISE = 'normalise';
    public const SCHEDULE = 'schedule';
    public const GEO = 'geo';
    public const SUPPRESSION = 'suppression';
    public const CONSENT = 'consent';
    public const REGISTRY = 'registry';
    public const TEMPLATE = 'template';
    public const FRAUD = 'fraud';
    public const DLT = 'dlt';
    public const SENDER = 'sender';
    public const SCREENING = 'screening';
    public const REACH = 'reach';
    public const HOURS = 'hours';
    public const LIMITS = 'limits';
    public const BUDGET = 'budget';
    public const VALIDITY = 'validity';
    public const CONTENT = 'content';
    public const ROUTE_CANDIDATES = 'route.candidates';
    public const ROUTE_PICK = 'route.pick';
    public const ATTEMPT_START = 'attempt.start';
    public const ATTEMPT_ANSWER = 'attempt.answer';
    public const ATTEMPT_UNKNOWN = 'attempt.unknown';
    public const HOLD = 'hold';
    public const FAILOVER = 'failover';
    public const RECEIPT = 'receipt';
    public const NEXT_CHANNEL = 'next_channel';
    public const CANCEL = 'cancel';
    public const FINAL = 'final';
    public const CORRECTION = 'correction';
}
