<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One QuietSpan as the api answers it. */
final class QuietSpan
{
    /**
     * @param list<int> $days The days it begins on: ISO 8601, Monday is 1.
     * @param string $to When it ends; a time that is not after `from` is that of the next day.
     */
    public function __construct(
        public readonly array $days,
        public readonly string $from,
        public readonly string $to,
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
            Answer::field($data, 'days'),
            Answer::field($data, 'from'),
            Answer::field($data, 'to'),
        );
    }
}
