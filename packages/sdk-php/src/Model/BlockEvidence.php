<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One BlockEvidence as the api answers it. */
final class BlockEvidence
{
    public function __construct(
        public readonly string $rule,
        public readonly int $sent,
        public readonly int $converted,
        public readonly int $limitSent,
        public readonly int $limitPercent,
        public readonly string $since,
        public readonly string $until,
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
            Answer::field($data, 'rule'),
            Answer::field($data, 'sent'),
            Answer::field($data, 'converted'),
            Answer::field($data, 'limit_sent'),
            Answer::field($data, 'limit_percent'),
            Answer::field($data, 'since'),
            Answer::field($data, 'until'),
        );
    }
}
