<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One DataRecipient as the api answers it. */
final class DataRecipient
{
    public function __construct(
        public readonly string $kind,
        public readonly string $name,
        public readonly ?string $host,
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
            $data['host'] ?? null,
        );
    }
}
