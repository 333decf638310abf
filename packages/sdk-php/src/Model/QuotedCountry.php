<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One QuotedCountry as the api answers it. */
final class QuotedCountry
{
    /**
     * @param list<QuotedRoute> $routes
     */
    public function __construct(
        public readonly ?string $country,
        public readonly int $count,
        public readonly CostInterval $perMessage,
        public readonly CostInterval $total,
        public readonly array $routes,
        public readonly bool $routesDown,
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
            $data['country'] ?? null,
            Answer::field($data, 'count'),
            CostInterval::fromArray(Answer::field($data, 'per_message')),
            CostInterval::fromArray(Answer::field($data, 'total')),
            array_map(static fn (array $item) => QuotedRoute::fromArray($item), Answer::field($data, 'routes')),
            Answer::field($data, 'routes_down'),
        );
    }
}
