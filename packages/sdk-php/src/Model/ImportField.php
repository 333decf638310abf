<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class ImportField
{
    public const ADDRESS = 'address';
    public const GIVEN_AT = 'given_at';
    public const LOCALE = 'locale';
    public const IP = 'ip';
    public const REFERENCE = 'reference';
}
