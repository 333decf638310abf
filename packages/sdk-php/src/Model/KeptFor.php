<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class KeptFor
{
    public const RETENTION_DAYS = 'retention_days';
    public const REQUEST_LOG_DAYS = 'request_log_days';
    public const WEBHOOK_DAYS = 'webhook_days';
    public const ONE_DAY = 'one_day';
    public const WINDOW = 'window';
    public const UNTIL_LIFTED = 'until_lifted';
    public const UNTIL_ERASED = 'until_erased';
    public const FOR_GOOD = 'for_good';
}
