<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ShownSender as the api answers it. */
final class ShownSender
{
    /**
     * @param list<string> $rules
     */
    public function __construct(
        public readonly string $look,
        public readonly ?string $text,
        public readonly ?string $by,
        public readonly ?string $tail,
        public readonly array $rules,
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
            Answer::field($data, 'look'),
            $data['text'] ?? null,
            $data['by'] ?? null,
            $data['tail'] ?? null,
            Answer::field($data, 'rules'),
        );
    }
}
