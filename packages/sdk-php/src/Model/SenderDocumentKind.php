<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class SenderDocumentKind
{
    public const AUTHORISATION = 'authorisation';
    public const REGISTRATION = 'registration';
    public const TRADEMARK = 'trademark';
    public const IDENTITY = 'identity';
    public const OTHER = 'other';
}
