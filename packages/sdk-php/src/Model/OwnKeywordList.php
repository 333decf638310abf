<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One OwnKeywordList as the api answers it. */
final class OwnKeywordList
{
    public function __construct(
        public readonly string $id,
        public readonly string $name,
        public readonly string $optIn,
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
            Answer::field($data, 'name'),
            Answer::field($data, 'opt_in'),
        );
    }
}
