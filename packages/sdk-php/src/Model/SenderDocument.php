<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One SenderDocument as the api answers it. */
final class SenderDocument
{
    /**
     * @param string $name What the file is called.
     * @param string|null $reference Where it lies, or the number it has there.
     */
    public function __construct(
        public readonly string $name,
        public readonly string $kind,
        public readonly ?string $reference = null,
        public readonly ?string $notes = null,
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
            Answer::field($data, 'kind'),
            $data['reference'] ?? null,
            $data['notes'] ?? null,
        );
    }
}
