<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One GlossaryView as the api answers it. */
final class GlossaryView
{
    /**
     * @param list<GlossaryTerm> $data
     */
    public function __construct(
        public readonly array $data,
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
            array_map(static fn (array $item) => GlossaryTerm::fromArray($item), Answer::field($data, 'data')),
        );
    }
}
