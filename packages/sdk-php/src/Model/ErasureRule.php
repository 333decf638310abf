<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class ErasureRule
{
    public const REMOVED = 'removed';
    public const BLANKED = 'blanked';
    public const HASHED = 'hashed';
    public const KEPT = 'kept';
    public const EXPIRES = 'expires';
}
