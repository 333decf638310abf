<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One MessageGroup as the api answers it. */
final class MessageGroup
{
    /**
     * @param list<MessageGroupChannels> $channels
     */
    public function __construct(
        public readonly string $mode,
        public readonly ?int $channelTimeoutSeconds,
        public readonly ?MessageGroupSubstitution $substitution,
        public readonly array $channels,
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
            Answer::field($data, 'mode'),
            $data['channel_timeout_seconds'] ?? null,
            isset($data['substitution']) ? MessageGroupSubstitution::fromArray($data['substitution']) : null,
            array_map(static fn (array $item) => MessageGroupChannels::fromArray($item), Answer::field($data, 'channels')),
        );
    }
}
