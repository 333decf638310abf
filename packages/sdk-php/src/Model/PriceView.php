<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One PriceView as the api answers it. */
final class PriceView
{
    /**
     * @param string $country ISO 3166-1 alpha-2; empty for every country.
     * @param string $network MCC and MNC as digits, such as 40445; empty for every network.
     * @param string $prefix Beginning of the number as digits without “+”; empty for every number.
     */
    public function __construct(
        public readonly string $id,
        public readonly PriceViewRoute $route,
        public readonly string $country,
        public readonly string $network,
        public readonly string $prefix,
        public readonly int $priceMicros,
        public readonly string $currency,
        public readonly string $from,
        public readonly ?string $until,
        public readonly string $state,
        public readonly ?PriceViewCompared $compared,
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
            PriceViewRoute::fromArray(Answer::field($data, 'route')),
            Answer::field($data, 'country'),
            Answer::field($data, 'network'),
            Answer::field($data, 'prefix'),
            Answer::field($data, 'price_micros'),
            Answer::field($data, 'currency'),
            Answer::field($data, 'from'),
            $data['until'] ?? null,
            Answer::field($data, 'state'),
            isset($data['compared']) ? PriceViewCompared::fromArray($data['compared']) : null,
        );
    }
}
