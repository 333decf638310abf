<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class DltTag
{
    public const VAR = 'var';
    public const NUMERIC = 'numeric';
    public const ALPHANUMERIC = 'alphanumeric';
    public const URL = 'url';
    public const URLOTT = 'urlott';
    public const CBN = 'cbn';
    public const EMAIL = 'email';
}
