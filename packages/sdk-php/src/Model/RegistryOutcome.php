<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class RegistryOutcome
{
    public const KNOWN = 'known';
    public const TO_ASK = 'to_ask';
    public const ASKED = 'asked';
    public const NO_ANSWER = 'no_answer';
    public const OVER_LIMIT = 'over_limit';
}
