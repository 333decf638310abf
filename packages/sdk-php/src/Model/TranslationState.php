<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class TranslationState
{
    public const MACHINE_DRAFT = 'machine_draft';
    public const IN_REVIEW = 'in_review';
    public const REVIEWED = 'reviewed';
    public const STALE = 'stale';
}
