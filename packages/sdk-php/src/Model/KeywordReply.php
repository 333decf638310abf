<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One KeywordReply as the api answers it. */
final class KeywordReply
{
    public function __construct(
        public readonly string $kind,
        public readonly string $locale,
        public readonly string $text,
        public readonly bool $isOwn,
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
            Answer::field($data, 'kind'),
            Answer::field($data, 'locale'),
            Answer::field($data, 'text'),
            Answer::field($data, 'is_own'),
        );
    }
}
