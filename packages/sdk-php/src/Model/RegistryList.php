<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One RegistryList as the api answers it. */
final class RegistryList
{
    /**
     * @param list<RegistryView> $data
     */
    public function __construct(
        public readonly array $data,
        public readonly int $waitsMs,
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
            array_map(static fn (array $item) => RegistryView::fromArray($item), Answer::field($data, 'data')),
            Answer::field($data, 'waits_ms'),
        );
    }
}
