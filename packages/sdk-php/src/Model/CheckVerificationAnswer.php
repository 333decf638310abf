<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One CheckVerificationAnswer as the api answers it. */
final class CheckVerificationAnswer
{
    public function __construct(
        public readonly string $id,
        public readonly bool $valid,
        public readonly string $state,
        public readonly int $triesLeft,
        public readonly string $to,
        public readonly string $purpose,
        public readonly string $assurance,
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
            Answer::field($data, 'id'),
            Answer::field($data, 'valid'),
            Answer::field($data, 'state'),
            Answer::field($data, 'tries_left'),
            Answer::field($data, 'to'),
            Answer::field($data, 'purpose'),
            Answer::field($data, 'assurance'),
        );
    }
}
