<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One TemplateBeside as the api answers it. */
final class TemplateBeside
{
    /**
     * @param list<string> $missing
     * @param list<string> $added
     * @param list<TemplateBesideTerms> $terms
     */
    public function __construct(
        public readonly array $missing,
        public readonly array $added,
        public readonly int $longerPercent,
        public readonly array $terms,
        public readonly int $moreParts,
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
            Answer::field($data, 'missing'),
            Answer::field($data, 'added'),
            Answer::field($data, 'longer_percent'),
            array_map(static fn (array $item) => TemplateBesideTerms::fromArray($item), Answer::field($data, 'terms')),
            Answer::field($data, 'more_parts'),
        );
    }
}
