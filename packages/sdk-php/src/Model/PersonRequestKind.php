<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class PersonRequestKind
{
    public const COPY = 'copy';
    public const ERASURE = 'erasure';
    public const RESTRICTION = 'restriction';
    public const OBJECTION = 'objection';
    public const RECTIFICATION = 'rectification';
}
