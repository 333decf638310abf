<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class SenderStatus
{
    public const DRAFT = 'draft';
    public const SUBMITTED = 'submitted';
    public const REGISTERED = 'registered';
    public const REJECTED = 'rejected';
    public const SUSPENDED = 'suspended';
    public const EXPIRED = 'expired';
}
