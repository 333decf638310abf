<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ConsentAsOf as the api answers it. */
final class ConsentAsOf
{
    public function __construct(
        public readonly string $address,
        public readonly string $channel,
        public readonly string $purpose,
        public readonly ?string $topic,
        public readonly string $at,
        public readonly bool $allowed,
        public readonly ?ConsentView $decidedBy,
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
            Answer::field($data, 'address'),
            Answer::field($data, 'channel'),
            Answer::field($data, 'purpose'),
            $data['topic'] ?? null,
            Answer::field($data, 'at'),
            Answer::field($data, 'allowed'),
            isset($data['decided_by']) ? ConsentView::fromArray($data['decided_by']) : null,
        );
    }
}
