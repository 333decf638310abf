<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One Quote as the api answers it. */
final class Quote
{
    /**
     * @param list<QuotedCountry> $countries
     * @param list<QuoteExcluded> $excluded
     * @param list<QuoteAdvice> $advice
     */
    public function __construct(
        public readonly string $currency,
        public readonly int $recipients,
        public readonly int $priced,
        public readonly int $held,
        public readonly int $parts,
        public readonly ?string $encoding,
        public readonly CostInterval $total,
        public readonly array $countries,
        public readonly array $excluded,
        public readonly array $advice,
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
            Answer::field($data, 'currency'),
            Answer::field($data, 'recipients'),
            Answer::field($data, 'priced'),
            Answer::field($data, 'held'),
            Answer::field($data, 'parts'),
            $data['encoding'] ?? null,
            CostInterval::fromArray(Answer::field($data, 'total')),
            array_map(static fn (array $item) => QuotedCountry::fromArray($item), Answer::field($data, 'countries')),
            array_map(static fn (array $item) => QuoteExcluded::fromArray($item), Answer::field($data, 'excluded')),
            array_map(static fn (array $item) => QuoteAdvice::fromArray($item), Answer::field($data, 'advice')),
        );
    }
}
