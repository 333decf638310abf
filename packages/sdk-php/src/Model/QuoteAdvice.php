<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One QuoteAdvice as the api answers it. */
final class QuoteAdvice
{
    public function __construct(
        public readonly string $instead,
        public readonly ?string $country,
        public readonly int $count,
        public readonly int $savingMicros,
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
            Answer::field($data, 'instead'),
            $data['country'] ?? null,
            Answer::field($data, 'count'),
            Answer::field($data, 'saving_micros'),
        );
    }
}
