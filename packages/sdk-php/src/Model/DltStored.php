<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One DltStored as the api answers it. */
final class DltStored
{
    public function __construct(
        public readonly int $added,
        public readonly int $changed,
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
            Answer::field($data, 'added'),
            Answer::field($data, 'changed'),
            Answer::field($data, 'unchanged'),
        );
    }
}
