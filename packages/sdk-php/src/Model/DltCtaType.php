<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class DltCtaType
{
    public const STATIC_URL = 'static_url';
    public const DYNAMIC_URL = 'dynamic_url';
    public const SHORT_URL = 'short_url';
    public const APK = 'apk';
    public const OTT = 'ott';
    public const CALL_BACK_NUMBER = 'call_back_number';
    public const EMAIL = 'email';
}
