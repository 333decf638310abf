<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One QuotedRoute as the api answers it. */
final class QuotedRoute
{
    public function __construct(
        public readonly string $routeId,
        public readonly string $routeName,
        public readonly float $share,
        public readonly int $priceMicros,
        public readonly string $currency,
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
            Answer::field($data, 'route_id'),
            Answer::field($data, 'route_name'),
            (float) Answer::field($data, 'share'),
            Answer::field($data, 'price_micros'),
            Answer::field($data, 'currency'),
        );
    }
}
