<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One SubstitutionSaving as the api answers it. */
final class SubstitutionSaving
{
    /**
     * @param list<SubstitutionSavingSaved> $saved By currency; what had no price is not in it.
     */
    public function __construct(
        public readonly string $key,
        public readonly int $moved,
        public readonly int $cameBack,
        public readonly array $saved,
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
            Answer::field($data, 'key'),
            Answer::field($data, 'moved'),
            Answer::field($data, 'came_back'),
            array_map(static fn (array $item) => SubstitutionSavingSaved::fromArray($item), Answer::field($data, 'saved')),
        );
    }
}
