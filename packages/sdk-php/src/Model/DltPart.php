<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One DltPart as the api answers it. */
final class DltPart
{
    public function __construct(
        public readonly string $kind,
        public readonly int $start,
        public readonly int $end,
        public readonly string $found,
        public readonly string $expected,
        public readonly ?int $variable,
        public readonly ?string $tag,
        public readonly ?int $mark,
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
            Answer::field($data, 'found'),
            Answer::field($data, 'expected'),
            $data['variable'] ?? null,
            $data['tag'] ?? null,
            $data['mark'] ?? null,
        );
    }
}
