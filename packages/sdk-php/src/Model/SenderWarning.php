<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One SenderWarning as the api answers it. */
final class SenderWarning
{
    public function __construct(
        public readonly string $code,
        public readonly string $on,
        public readonly int $daysLeft,
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
            Answer::field($data, 'code'),
            Answer::field($data, 'on'),
            Answer::field($data, 'days_left'),
        );
    }
}
