<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One PrefixView as the api answers it. */
final class PrefixView
{
    public function __construct(
        public readonly string $id,
        public readonly string $prefix,
        public readonly string $action,
        public readonly string $origin,
        public readonly string $environment,
        public readonly ?string $country,
        public readonly string $reason,
        public readonly ?BlockEvidence $evidence,
        public readonly string $state,
        public readonly string $createdAt,
        public readonly ?string $expiresAt,
        public readonly ?string $liftedAt,
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
            Answer::field($data, 'prefix'),
            Answer::field($data, 'action'),
            Answer::field($data, 'origin'),
            Answer::field($data, 'environment'),
            $data['country'] ?? null,
            Answer::field($data, 'reason'),
            isset($data['evidence']) ? BlockEvidence::fromArray($data['evidence']) : null,
            Answer::field($data, 'state'),
            Answer::field($data, 'created_at'),
            $data['expires_at'] ?? null,
            $data['lifted_at'] ?? null,
        );
    }
}
