<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ExchangeRateList as the api answers it. */
final class ExchangeRateList
{
    /**
     * @param list<ExchangeRateListData> $data
     * @param list<string> $missing
     */
    public function __construct(
        public readonly string $base,
        public readonly array $data,
        public readonly array $missing,
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
            Answer::field($data, 'base'),
            array_map(static fn (array $item) => ExchangeRateListData::fromArray($item), Answer::field($data, 'data')),
            Answer::field($data, 'missing'),
        );
    }
}
