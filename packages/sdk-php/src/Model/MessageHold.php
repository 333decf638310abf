<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One MessageHold as the api answers it. */
final class MessageHold
{
    public function __construct(
        public readonly string $rule,
        public readonly string $source,
        public readonly string $timeZone,
        public readonly string $eligibleAgainAt,
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
            Answer::field($data, 'source'),
            Answer::field($data, 'time_zone'),
            Answer::field($data, 'eligible_again_at'),
        );
    }
}
