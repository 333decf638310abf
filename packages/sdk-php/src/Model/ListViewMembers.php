<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ListViewMembers as the api answers it. */
final class ListViewMembers
{
    public function __construct(
        public readonly int $pending,
        public readonly int $confirmed,
        public readonly int $withdrawn,
        public readonly int $expired,
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
            Answer::field($data, 'pending'),
            Answer::field($data, 'confirmed'),
            Answer::field($data, 'withdrawn'),
            Answer::field($data, 'expired'),
        );
    }
}
