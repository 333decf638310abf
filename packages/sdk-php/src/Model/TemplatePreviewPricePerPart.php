<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One TemplatePreviewPricePerPart as the api answers it. */
final class TemplatePreviewPricePerPart
{
    public function __construct(
        public readonly string $currency,
        public readonly int $lowestMicros,
        public readonly int $highestMicros,
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
            Answer::field($data, 'currency'),
            Answer::field($data, 'lowest_micros'),
            Answer::field($data, 'highest_micros'),
        );
    }
}
