<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One PersonChange as the api answers it. */
final class PersonChange
{
    public function __construct(
        public readonly string $what,
        public readonly ?string $before,
        public readonly string $after,
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
            Answer::field($data, 'what'),
            $data['before'] ?? null,
            Answer::field($data, 'after'),
        );
    }
}
