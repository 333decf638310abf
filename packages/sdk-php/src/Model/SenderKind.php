<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class SenderKind
{
    public const ALPHANUMERIC = 'alphanumeric';
    public const LONG_NUMBER = 'long_number';
    public const SHORT_CODE = 'short_code';
    public const TOLL_FREE = 'toll_free';
    public const MAILBOX = 'mailbox';
    public const HEADER = 'header';
}
