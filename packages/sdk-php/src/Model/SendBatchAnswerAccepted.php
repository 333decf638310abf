<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One SendBatchAnswerAccepted as the api answers it. */
final class SendBatchAnswerAccepted
{
    /**
     * @param list<SendBatchAnswerAcceptedChannels>|null $channels
     */
    public function __construct(
        public readonly int $index,
        public readonly string $id,
        public readonly ?array $channels = null,
        public readonly ?string $replayed = null,
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
            Answer::field($data, 'index'),
            Answer::field($data, 'id'),
            isset($data['channels']) ? array_map(static fn (array $item) => SendBatchAnswerAcceptedChannels::fromArray($item), $data['channels']) : null,
            $data['replayed'] ?? null,
        );
    }
}
