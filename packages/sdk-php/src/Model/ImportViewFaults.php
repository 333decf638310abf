<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ImportViewFaults as the api answers it. */
final class ImportViewFaults
{
    public function __construct(
        public readonly int $line,
        public readonly string $column,
        public readonly string $message,
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
            Answer::field($data, 'line'),
            Answer::field($data, 'column'),
            Answer::field($data, 'message'),
        );
    }
}
