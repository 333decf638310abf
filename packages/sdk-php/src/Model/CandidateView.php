<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One CandidateView as the api answers it. */
final class CandidateView
{
    public function __construct(
        public readonly string $routeId,
        public readonly string $routeName,
        public readonly string $providerName,
        public readonly int $tier,
        public readonly int $weight,
        public readonly float $probability,
        public readonly int $priceMicros,
        public readonly string $currency,
        public readonly string $connection,
        public readonly ?string $excluded,
        public readonly ?string $excludedText,
        public readonly bool $chosen,
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
            Answer::field($data, 'provider_name'),
            Answer::field($data, 'tier'),
            Answer::field($data, 'weight'),
            (float) Answer::field($data, 'probability'),
            Answer::field($data, 'price_micros'),
            Answer::field($data, 'currency'),
            Answer::field($data, 'connection'),
            $data['excluded'] ?? null,
            $data['excluded_text'] ?? null,
            Answer::field($data, 'chosen'),
        );
    }
}
