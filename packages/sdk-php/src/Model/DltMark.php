<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One DltMark as the api answers it. */
final class DltMark
{
    public function __construct(
        public readonly string $kind,
        public readonly int $start,
        public readonly int $end,
        public readonly int $line,
        public readonly int $templateStart,
        public readonly int $templateEnd,
        public readonly string $expected,
        public readonly string $found,
        public readonly ?int $variable,
        public readonly ?string $tag,
        public readonly ?int $limit,
        public readonly string $operatorCode,
        public readonly string $cure,
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
            Answer::field($data, 'kind'),
            Answer::field($data, 'start'),
            Answer::field($data, 'end'),
            Answer::field($data, 'line'),
            Answer::field($data, 'template_start'),
            Answer::field($data, 'template_end'),
            Answer::field($data, 'expected'),
            Answer::field($data, 'found'),
            $data['variable'] ?? null,
            $data['tag'] ?? null,
            $data['limit'] ?? null,
            Answer::field($data, 'operator_code'),
            Answer::field($data, 'cure'),
        );
    }
}
