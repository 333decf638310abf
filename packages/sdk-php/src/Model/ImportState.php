<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class ImportState
{
    public const UPLOADING = 'uploading';
    public const CHECKING = 'checking';
    public const CHECKED = 'checked';
    public const RUNNING = 'running';
    public const DONE = 'done';
    public const CANCELED = 'canceled';
    public const FAILED = 'failed';
    public const UNDOING = 'undoing';
    public const UNDONE = 'undone';
}
