<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One SendMessageAnswer as the api answers it. */
final class SendMessageAnswer
{
    /**
     * @param list<SendMessageAnswerChannels>|null $channels
     * @param list<SendMessageAnswerWarnings>|null $warnings
     */
    public function __construct(
        public readonly string $id,
        public readonly string $state,
        public readonly string $to,
        public readonly string $channel,
        public readonly string $class,
        public readonly string $environment,
        public readonly ?int $parts,
        public readonly ?string $clientRef,
        public readonly string $acceptedAt,
        public readonly ?string $sendAt,
        public readonly string $expiresAt,
        public readonly ?string $mode = null,
        public readonly ?int $channelTimeoutSeconds = null,
        public readonly ?array $channels = null,
        public readonly ?RoutingDecision $decision = null,
        public readonly ?array $warnings = null,
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
            Answer::field($data, 'to'),
            Answer::field($data, 'channel'),
            Answer::field($data, 'class'),
            Answer::field($data, 'environment'),
            $data['parts'] ?? null,
            $data['client_ref'] ?? null,
            Answer::field($data, 'accepted_at'),
            $data['send_at'] ?? null,
            Answer::field($data, 'expires_at'),
            $data['mode'] ?? null,
            $data['channel_timeout_seconds'] ?? null,
            isset($data['channels']) ? array_map(static fn (array $item) => SendMessageAnswerChannels::fromArray($item), $data['channels']) : null,
            isset($data['decision']) ? RoutingDecision::fromArray($data['decision']) : null,
            isset($data['warnings']) ? array_map(static fn (array $item) => SendMessageAnswerWarnings::fromArray($item), $data['warnings']) : null,
        );
    }
}
