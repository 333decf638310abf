<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class KeywordReplyKind
{
    public const STOP = 'stop';
    public const STOP_ALL = 'stop_all';
    public const START = 'start';
    public const HELP = 'help';
}
