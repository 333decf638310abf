<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One MessageView as the api answers it. */
final class MessageView
{
    /**
     * @param array<string, string> $metadata
     */
    public function __construct(
        public readonly string $id,
        public readonly string $state,
        public readonly ?MessageViewReason $reason,
        public readonly ?MessageHold $hold,
        public readonly string $to,
        public readonly ?string $from,
        public readonly string $channel,
        public readonly string $class,
        public readonly string $environment,
        public readonly ?string $country,
        public readonly ?string $topic,
        public readonly MessageViewContent $content,
        public readonly ?WrittenByView $template,
        public readonly ?int $parts,
        public readonly int $attempts,
        public readonly ?MessageViewRoute $route,
        public readonly ?MessageViewProvider $provider,
        public readonly ?Money $price,
        public readonly bool $simulated,
        public readonly ?string $clientRef,
        public readonly array $metadata,
        public readonly ?MessageGroup $group,
        public readonly string $acceptedAt,
        public readonly ?string $sendAt,
        public readonly string $expiresAt,
        public readonly string $updatedAt,
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
            Answer::field($data, 'state'),
            isset($data['reason']) ? MessageViewReason::fromArray($data['reason']) : null,
            isset($data['hold']) ? MessageHold::fromArray($data['hold']) : null,
            Answer::field($data, 'to'),
            $data['from'] ?? null,
            Answer::field($data, 'channel'),
            Answer::field($data, 'class'),
            Answer::field($data, 'environment'),
            $data['country'] ?? null,
            $data['topic'] ?? null,
            MessageViewContent::fromArray(Answer::field($data, 'content')),
            isset($data['template']) ? WrittenByView::fromArray($data['template']) : null,
            $data['parts'] ?? null,
            Answer::field($data, 'attempts'),
            isset($data['route']) ? MessageViewRoute::fromArray($data['route']) : null,
            isset($data['provider']) ? MessageViewProvider::fromArray($data['provider']) : null,
            isset($data['price']) ? Money::fromArray($data['price']) : null,
            Answer::field($data, 'simulated'),
            $data['client_ref'] ?? null,
            Answer::field($data, 'metadata'),
            isset($data['group']) ? MessageGroup::fromArray($data['group']) : null,
            Answer::field($data, 'accepted_at'),
            $data['send_at'] ?? null,
            Answer::field($data, 'expires_at'),
            Answer::field($data, 'updated_at'),
        );
    }
}
