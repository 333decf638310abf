<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One LookupDay as the api answers it. */
final class LookupDay
{
    public function __construct(
        public readonly string $day,
        public readonly string $currency,
        public readonly int $asked,
        public readonly int $answered,
        public readonly int $spentMicros,
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
            Answer::field($data, 'day'),
            Answer::field($data, 'currency'),
            Answer::field($data, 'asked'),
            Answer::field($data, 'answered'),
            Answer::field($data, 'spent_micros'),
        );
    }
}
