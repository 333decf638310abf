<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ConcentrationViewLimits as the api answers it. */
final class ConcentrationViewLimits
{
    /**
     * @param float $limit 0 to 1.
     */
    public function __construct(
        public readonly ?string $country,
        public readonly float $limit,
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
            (float) Answer::field($data, 'limit'),
        );
    }
}
