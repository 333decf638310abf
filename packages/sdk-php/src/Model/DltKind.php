<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class DltKind
{
    public const TRANSACTIONAL = 'transactional';
    public const SERVICE_IMPLICIT = 'service_implicit';
    public const SERVICE_EXPLICIT = 'service_explicit';
    public const PROMOTIONAL = 'promotional';
    public const GOVERNMENT = 'government';
}
