<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class CalendarUnit
{
    public const DAY = 'day';
    public const WEEK = 'week';
    public const MONTH = 'month';
}
