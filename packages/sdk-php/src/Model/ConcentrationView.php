<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ConcentrationView as the api answers it. */
final class ConcentrationView
{
    /**
     * @param list<CountryConcentration> $countries
     * @param list<ConcentrationViewLimits> $limits
     */
    public function __construct(
        public readonly int $days,
        public readonly array $countries,
        public readonly array $limits,
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
            Answer::field($data, 'days'),
            array_map(static fn (array $item) => CountryConcentration::fromArray($item), Answer::field($data, 'countries')),
            array_map(static fn (array $item) => ConcentrationViewLimits::fromArray($item), Answer::field($data, 'limits')),
        );
    }
}
