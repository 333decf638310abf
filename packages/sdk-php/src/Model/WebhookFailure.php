<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class WebhookFailure
{
    public const STATUS = 'status';
    public const REDIRECT = 'redirect';
    public const GONE = 'gone';
    public const SLOW_DOWN = 'slow_down';
    public const TIMEOUT = 'timeout';
    public const NO_CONNECTION = 'no_connection';
    public const REFUSED = 'refused';
    public const BROKEN_ANSWER = 'broken_answer';
}
