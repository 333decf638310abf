<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One WebhookWithSecret as the api answers it. */
final class WebhookWithSecret
{
    /**
     * @param list<string> $eventTypes
     */
    public function __construct(
        public readonly string $id,
        public readonly string $url,
        public readonly string $description,
        public readonly string $environment,
        public readonly array $eventTypes,
        public readonly int $eventsPerRequest,
        public readonly bool $enabled,
        public readonly ?string $offReason,
        public readonly ?string $offSince,
        public readonly ?string $failingSince,
        public readonly ?string $secretRotatedAt,
        public readonly ?string $previousSecretUntil,
        public readonly string $createdAt,
        public readonly string $secret,
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
            Answer::field($data, 'url'),
            Answer::field($data, 'description'),
            Answer::field($data, 'environment'),
            Answer::field($data, 'event_types'),
            Answer::field($data, 'events_per_request'),
            Answer::field($data, 'enabled'),
            $data['off_reason'] ?? null,
            $data['off_since'] ?? null,
            $data['failing_since'] ?? null,
            $data['secret_rotated_at'] ?? null,
            $data['previous_secret_until'] ?? null,
            Answer::field($data, 'created_at'),
            Answer::field($data, 'secret'),
        );
    }
}
