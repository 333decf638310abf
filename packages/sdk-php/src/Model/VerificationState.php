<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class VerificationState
{
    public const PENDING = 'pending';
    public const APPROVED = 'approved';
    public const EXPIRED = 'expired';
    public const MAX_ATTEMPTS_REACHED = 'max_attempts_reached';
    public const CANCELED = 'canceled';
    public const BLOCKED = 'blocked';
    public const FAILED = 'failed';
}
