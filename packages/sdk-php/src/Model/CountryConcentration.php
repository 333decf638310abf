<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One CountryConcentration as the api answers it. */
final class CountryConcentration
{
    /**
     * @param list<CountryConcentrationSuppliers> $suppliers
     */
    public function __construct(
        public readonly string $country,
        public readonly int $messages,
        public readonly int $index,
        public readonly ?float $limit,
        public readonly array $suppliers,
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
            Answer::field($data, 'country'),
            Answer::field($data, 'messages'),
            Answer::field($data, 'index'),
            isset($data['limit']) ? (float) $data['limit'] : null,
            array_map(static fn (array $item) => CountryConcentrationSuppliers::fromArray($item), Answer::field($data, 'suppliers')),
        );
    }
}
