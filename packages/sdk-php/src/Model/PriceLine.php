<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One PriceLine as the api answers it. */
final class PriceLine
{
    /**
     * @param string $country ISO 3166-1 alpha-2; empty for every country.
     * @param string $network MCC and MNC as digits, such as 40445; empty for every network.
     * @param string $prefix Beginning of the number as digits without “+”; empty for every number.
     */
    public function __construct(
        public readonly ?int $line,
        public readonly string $verdict,
        public readonly string $routeId,
        public readonly string $routeName,
        public readonly string $country,
        public readonly string $network,
        public readonly string $prefix,
        public readonly ?PriceLineBefore $before,
        public readonly ?PriceLineAfter $after,
        public readonly ?float $changePercent,
        public readonly string $from,
        public readonly ?string $until,
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
            $data['line'] ?? null,
            Answer::field($data, 'verdict'),
            Answer::field($data, 'route_id'),
            Answer::field($data, 'route_name'),
            Answer::field($data, 'country'),
            Answer::field($data, 'network'),
            Answer::field($data, 'prefix'),
            isset($data['before']) ? PriceLineBefore::fromArray($data['before']) : null,
            isset($data['after']) ? PriceLineAfter::fromArray($data['after']) : null,
            isset($data['change_percent']) ? (float) $data['change_percent'] : null,
            Answer::field($data, 'from'),
            $data['until'] ?? null,
        );
    }
}
