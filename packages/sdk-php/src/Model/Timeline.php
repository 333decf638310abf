<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One Timeline as the api answers it. */
final class Timeline
{
    /**
     * @param list<TimelineEntry> $data
     */
    public function __construct(
        public readonly array $data,
        public readonly bool $replayed,
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
            array_map(static fn (array $item) => TimelineEntry::fromArray($item), Answer::field($data, 'data')),
            Answer::field($data, 'replayed'),
        );
    }
}
