<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One CapScopeMetadata as the api answers it. */
final class CapScopeMetadata
{
    public function __construct(
        public readonly string $key,
        public readonly string $value,
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
            Answer::field($data, 'key'),
            Answer::field($data, 'value'),
        );
    }
}
