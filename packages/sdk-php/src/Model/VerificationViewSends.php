<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One VerificationViewSends as the api answers it. */
final class VerificationViewSends
{
    public function __construct(
        public readonly string $messageId,
        public readonly string $channel,
        public readonly string $state,
        public readonly ?VerificationViewSendsRoute $route,
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
            Answer::field($data, 'message_id'),
            Answer::field($data, 'channel'),
            Answer::field($data, 'state'),
            isset($data['route']) ? VerificationViewSendsRoute::fromArray($data['route']) : null,
        );
    }
}
