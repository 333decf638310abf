<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One PersonHolding as the api answers it. */
final class PersonHolding
{
    /**
     * @param list<PersonEntry> $newest
     */
    public function __construct(
        public readonly string $kind,
        public readonly int $count,
        public readonly string $erasure,
        public readonly string $keptFor,
        public readonly array $newest,
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
            Answer::field($data, 'kind'),
            Answer::field($data, 'count'),
            Answer::field($data, 'erasure'),
            Answer::field($data, 'kept_for'),
            array_map(static fn (array $item) => PersonEntry::fromArray($item), Answer::field($data, 'newest')),
        );
    }
}
