<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class DltMarkKind
{
    public const EXTRA = 'extra';
    public const MISSING = 'missing';
    public const CHANGED = 'changed';
    public const WRONG_CASE = 'wrong_case';
    public const LOOK_ALIKE = 'look_alike';
    public const TOO_LONG = 'too_long';
    public const WRONG_KIND = 'wrong_kind';
    public const EMPTY = 'empty';
    public const NOT_LISTED = 'not_listed';
}
