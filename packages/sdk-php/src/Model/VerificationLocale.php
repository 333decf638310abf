<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class VerificationLocale
{
    public const EN = 'en';
    public const ZH = 'zh';
    public const ES = 'es';
    public const PT_BR = 'pt-BR';
    public const HI = 'hi';
    public const DE = 'de';
    public const FR = 'fr';
    public const AR = 'ar';
    public const ID = 'id';
    public const VI = 'vi';
}
