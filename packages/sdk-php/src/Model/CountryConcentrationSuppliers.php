<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One CountryConcentrationSuppliers as the api answers it. */
final class CountryConcentrationSuppliers
{
    /**
     * @param float $share 0 to 1.
     */
    public function __construct(
        public readonly string $providerId,
        public readonly string $providerName,
        public readonly int $messages,
        public readonly float $share,
        public readonly bool $full,
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
            Answer::field($data, 'provider_id'),
            Answer::field($data, 'provider_name'),
            Answer::field($data, 'messages'),
            (float) Answer::field($data, 'share'),
            Answer::field($data, 'full'),
        );
    }
}
