<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One DltCheckResultProblem as the api answers it. */
final class DltCheckResultProblem
{
    public function __construct(
        public readonly string $code,
        public readonly string $operatorCode,
        public readonly string $reason,
        public readonly string $cure,
        public readonly ?DltMark $mark,
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
            Answer::field($data, 'operator_code'),
            Answer::field($data, 'reason'),
            Answer::field($data, 'cure'),
            isset($data['mark']) ? DltMark::fromArray($data['mark']) : null,
        );
    }
}
