<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class DltStatus
{
    public const PENDING = 'pending';
    public const ACTIVE = 'active';
    public const REJECTED = 'rejected';
    public const SUSPENDED = 'suspended';
    public const INACTIVE = 'inactive';
    public const BLACKLISTED = 'blacklisted';
}
