<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class PriceVerdict
{
    public const NEW = 'new';
    public const DEARER = 'dearer';
    public const CHEAPER = 'cheaper';
    public const CHANGED = 'changed';
    public const ENDED = 'ended';
    public const UNCHANGED = 'unchanged';
}
