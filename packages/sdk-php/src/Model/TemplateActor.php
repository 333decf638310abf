<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One TemplateActor as the api answers it. */
final class TemplateActor
{
    public function __construct(
        public readonly string $kind,
        public readonly string $name,
        public readonly string $at,
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
            Answer::field($data, 'name'),
            Answer::field($data, 'at'),
        );
    }
}
