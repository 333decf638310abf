<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One TemplateBesideTerms as the api answers it. */
final class TemplateBesideTerms
{
    public function __construct(
        public readonly string $term,
        public readonly string $expected,
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
            Answer::field($data, 'term'),
            Answer::field($data, 'expected'),
        );
    }
}
