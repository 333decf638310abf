<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One PackViewCases as the api answers it. */
final class PackViewCases
{
    public function __construct(
        public readonly string $name,
        public readonly string $at,
        public readonly string $class,
        public readonly ?string $sender,
        public readonly ?string $text,
        public readonly string $outcome,
        public readonly ?string $rule,
        public readonly ?string $until,
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
            Answer::field($data, 'name'),
            Answer::field($data, 'at'),
            Answer::field($data, 'class'),
            $data['sender'] ?? null,
            $data['text'] ?? null,
            Answer::field($data, 'outcome'),
            $data['rule'] ?? null,
            $data['until'] ?? null,
        );
    }
}
