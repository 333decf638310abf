<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox;

/** Version of this client. */
final class Version
{
    public const NAME = '0.1.0';
}
