<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ShownSenderView as the api answers it. */
final class ShownSenderView
{
    public function __construct(
        public readonly ?string $sender,
        public readonly ?string $standing,
        public readonly ShownSender $shown,
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
            $data['sender'] ?? null,
            $data['standing'] ?? null,
            ShownSender::fromArray(Answer::field($data, 'shown')),
        );
    }
}
