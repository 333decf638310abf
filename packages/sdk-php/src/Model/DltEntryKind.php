<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class DltEntryKind
{
    public const ENTITIES = 'entities';
    public const HEADERS = 'headers';
    public const TEMPLATES = 'templates';
    public const CALLS_TO_ACTION = 'calls_to_action';
    public const CONSENT_TEMPLATES = 'consent_templates';
    public const CHAINS = 'chains';
}
