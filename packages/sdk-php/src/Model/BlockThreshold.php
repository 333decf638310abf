<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One BlockThreshold as the api answers it. */
final class BlockThreshold
{
    /**
     * @param int $percent Zero switches the rule off.
     */
    public function __construct(
        public readonly int $sent,
        public readonly int $percent,
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
            Answer::field($data, 'sent'),
            Answer::field($data, 'percent'),
        );
    }
}
