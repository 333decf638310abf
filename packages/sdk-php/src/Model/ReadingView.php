<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ReadingView as the api answers it. */
final class ReadingView
{
    /**
     * @param list<ReadingViewSources> $sources
     */
    public function __construct(
        public readonly string $id,
        public readonly string $text,
        public readonly array $sources,
        public readonly bool $acts,
        public readonly bool $holidays,
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
            Answer::field($data, 'id'),
            Answer::field($data, 'text'),
            array_map(static fn (array $item) => ReadingViewSources::fromArray($item), Answer::field($data, 'sources')),
            Answer::field($data, 'acts'),
            Answer::field($data, 'holidays'),
        );
    }
}
