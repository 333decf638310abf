<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ImportCounts as the api answers it. */
final class ImportCounts
{
    public function __construct(
        public readonly int $added,
        public readonly int $known,
        public readonly int $repeated,
        public readonly int $withdrawnSince,
        public readonly int $refused,
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
            Answer::field($data, 'added'),
            Answer::field($data, 'known'),
            Answer::field($data, 'repeated'),
            Answer::field($data, 'withdrawn_since'),
            Answer::field($data, 'refused'),
        );
    }
}
