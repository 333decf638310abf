<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One MessageGroupChannels as the api answers it. */
final class MessageGroupChannels
{
    public function __construct(
        public readonly string $channel,
        public readonly ?string $id,
        public readonly string $state,
        public readonly ?MessageGroupChannelsBecause $because,
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
            Answer::field($data, 'channel'),
            $data['id'] ?? null,
            Answer::field($data, 'state'),
            isset($data['because']) ? MessageGroupChannelsBecause::fromArray($data['because']) : null,
        );
    }
}
