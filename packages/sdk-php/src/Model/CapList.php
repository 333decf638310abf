<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One CapList as the api answers it. */
final class CapList
{
    /**
     * @param list<CapView> $data
     * @param list<LegalCapView> $legal
     */
    public function __construct(
        public readonly array $data,
        public readonly array $legal,
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
            array_map(static fn (array $item) => CapView::fromArray($item), Answer::field($data, 'data')),
            array_map(static fn (array $item) => LegalCapView::fromArray($item), Answer::field($data, 'legal')),
        );
    }
}
