<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One SubstitutionPreviewSaving as the api answers it. */
final class SubstitutionPreviewSaving
{
    public function __construct(
        public readonly string $currency,
        public readonly int $lowMicros,
        public readonly int $expectedMicros,
        public readonly int $highMicros,
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
            Answer::field($data, 'currency'),
            Answer::field($data, 'low_micros'),
            Answer::field($data, 'expected_micros'),
            Answer::field($data, 'high_micros'),
        );
    }
}
