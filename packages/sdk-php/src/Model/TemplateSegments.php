<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One TemplateSegments as the api answers it. */
final class TemplateSegments
{
    /**
     * @param list<TemplateSegmentsForcing> $forcing
     */
    public function __construct(
        public readonly string $encoding,
        public readonly int $units,
        public readonly int $parts,
        public readonly int $unitsInLastPart,
        public readonly int $unitsPerPart,
        public readonly int $partsAtLeast,
        public readonly array $forcing,
        public readonly int $partsReplaced,
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
            Answer::field($data, 'encoding'),
            Answer::field($data, 'units'),
            Answer::field($data, 'parts'),
            Answer::field($data, 'units_in_last_part'),
            Answer::field($data, 'units_per_part'),
            Answer::field($data, 'parts_at_least'),
            array_map(static fn (array $item) => TemplateSegmentsForcing::fromArray($item), Answer::field($data, 'forcing')),
            Answer::field($data, 'parts_replaced'),
        );
    }
}
