<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One WebhookDeliveryView as the api answers it. */
final class WebhookDeliveryView
{
    /**
     * @param string|null $groupId The `webhook-id` of the requests that carried the event among others; null when it goes alone.
     * @param string $body The event as it stands in the request; all of the body when it goes alone.
     * @param list<WebhookAttemptView> $attempts
     */
    public function __construct(
        public readonly string $id,
        public readonly string $eventId,
        public readonly ?string $groupId,
        public readonly string $eventType,
        public readonly string $origin,
        public readonly string $state,
        public readonly int $tries,
        public readonly string $createdAt,
        public readonly ?string $nextTryAt,
        public readonly ?string $settledAt,
        public readonly ?int $lastStatus,
        public readonly ?string $lastFailure,
        public readonly string $body,
        public readonly array $attempts,
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
            Answer::field($data, 'event_id'),
            $data['group_id'] ?? null,
            Answer::field($data, 'event_type'),
            Answer::field($data, 'origin'),
            Answer::field($data, 'state'),
            Answer::field($data, 'tries'),
            Answer::field($data, 'created_at'),
            $data['next_try_at'] ?? null,
            $data['settled_at'] ?? null,
            $data['last_status'] ?? null,
            $data['last_failure'] ?? null,
            Answer::field($data, 'body'),
            array_map(static fn (array $item) => WebhookAttemptView::fromArray($item), Answer::field($data, 'attempts')),
        );
    }
}
