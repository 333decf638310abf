<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One VerificationBlockSpend as the api answers it. */
final class VerificationBlockSpend
{
    public function __construct(
        public readonly string $scope,
        public readonly int $windowSeconds,
        public readonly SpendLimit $limit,
        public readonly int $usedMicros,
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
            Answer::field($data, 'scope'),
            Answer::field($data, 'window_seconds'),
            SpendLimit::fromArray(Answer::field($data, 'limit')),
            Answer::field($data, 'used_micros'),
        );
    }
}
