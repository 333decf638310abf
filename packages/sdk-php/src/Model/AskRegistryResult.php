<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One AskRegistryResult as the api answers it. */
final class AskRegistryResult
{
    public function __construct(
        public readonly string $address,
        public readonly string $outcome,
        public readonly ?bool $listed,
        public readonly ?bool $allows,
        public readonly ?string $askedAt,
        public readonly ?string $validUntil,
        public readonly int $costMicros,
        public readonly string $currency,
        public readonly bool $dryRun,
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
            Answer::field($data, 'address'),
            Answer::field($data, 'outcome'),
            $data['listed'] ?? null,
            $data['allows'] ?? null,
            $data['asked_at'] ?? null,
            $data['valid_until'] ?? null,
            Answer::field($data, 'cost_micros'),
            Answer::field($data, 'currency'),
            Answer::field($data, 'dry_run'),
        );
    }
}
