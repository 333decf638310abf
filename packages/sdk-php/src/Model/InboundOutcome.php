<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class InboundOutcome
{
    public const STOPPED = 'stopped';
    public const STARTED = 'started';
    public const JOINED = 'joined';
    public const HELPED = 'helped';
    public const UNCHANGED = 'unchanged';
    public const UNSURE = 'unsure';
    public const READ = 'read';
}
