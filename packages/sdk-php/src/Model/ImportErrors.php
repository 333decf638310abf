<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ImportErrors as the api answers it. */
final class ImportErrors
{
    public function __construct(
        public readonly string $csv,
        public readonly ?string $nextCursor,
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
            Answer::field($data, 'csv'),
            $data['next_cursor'] ?? null,
        );
    }
}
