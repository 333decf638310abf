<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class Channel
{
    public const SMS = 'sms';
    public const EMAIL = 'email';
    public const VOICE = 'voice';
}
