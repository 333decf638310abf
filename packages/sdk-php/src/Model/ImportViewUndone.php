<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ImportViewUndone as the api answers it. */
final class ImportViewUndone
{
    public function __construct(
        public readonly int $withdrawn,
        public readonly int $left,
    ) {
    }

    /**
     * Reads an answer; fields this version does not know are left out.
     *
     * @param array<string, mixed> $data
     */
    public static function fromArray(array $data): self
    {
        return new self(
            Answer::field($data, 'withdrawn'),
            Answer::field($data, 'left'),
        );
    }
}
