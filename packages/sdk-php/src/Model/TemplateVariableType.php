<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class TemplateVariableType
{
    public const TEXT = 'text';
    public const NUMBER = 'number';
    public const MONEY = 'money';
    public const DATE = 'date';
    public const URL = 'url';
    public const CODE = 'code';
    public const FLAG = 'flag';
}
