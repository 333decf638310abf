<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One TopicView as the api answers it. */
final class TopicView
{
    /**
     * @param array<string, string> $names
     */
    public function __construct(
        public readonly string $key,
        public readonly array $names,
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
            Answer::field($data, 'key'),
            Answer::field($data, 'names'),
        );
    }
}
