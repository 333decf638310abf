<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One PriceCounts as the api answers it. */
final class PriceCounts
{
    public function __construct(
        public readonly int $new,
        public readonly int $dearer,
        public readonly int $cheaper,
        public readonly int $changed,
        public readonly int $ended,
        public readonly int $unchanged,
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
            Answer::field($data, 'new'),
            Answer::field($data, 'dearer'),
            Answer::field($data, 'cheaper'),
            Answer::field($data, 'changed'),
            Answer::field($data, 'ended'),
            Answer::field($data, 'unchanged'),
        );
    }
}
