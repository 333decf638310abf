<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One StartVerificationAnswer as the api answers it. */
final class StartVerificationAnswer
{
    public function __construct(
        public readonly string $id,
        public readonly string $state,
        public readonly string $to,
        public readonly string $channel,
        public readonly string $environment,
        public readonly bool $resent,
        public readonly string $messageId,
        public readonly string $createdAt,
        public readonly string $expiresAt,
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
            Answer::field($data, 'environment'),
            Answer::field($data, 'resent'),
            Answer::field($data, 'message_id'),
            Answer::field($data, 'created_at'),
            Answer::field($data, 'expires_at'),
        );
    }
}
