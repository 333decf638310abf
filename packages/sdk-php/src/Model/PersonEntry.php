<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One PersonEntry as the api answers it. */
final class PersonEntry
{
    public function __construct(
        public readonly ?string $id,
        public readonly ?string $at,
        public readonly string $detail,
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
            $data['id'] ?? null,
            $data['at'] ?? null,
            Answer::field($data, 'detail'),
        );
    }
}
