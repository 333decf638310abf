<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ExchangeRateListData as the api answers it. */
final class ExchangeRateListData
{
    /**
     * @param string $id Currency and day, such as EUR.2026-12-01.
     * @param string $from The day from which the rate counts, in UTC.
     * @param string $rate What one unit is worth in the currency of the workspace, as decimal text.
     */
    public function __construct(
        public readonly string $id,
        public readonly string $currency,
        public readonly string $from,
        public readonly string $rate,
        public readonly bool $inForce,
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
            Answer::field($data, 'currency'),
            Answer::field($data, 'from'),
            Answer::field($data, 'rate'),
            Answer::field($data, 'in_force'),
        );
    }
}
