<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** One DltMatching as the api answers it. */
final class DltMatching
{
    public function __construct(
        public readonly ?int $variableLimit = null,
        public readonly ?int $variableWarnOver = null,
        public readonly ?bool $ignoreCase = null,
        public readonly ?bool $ignoreSpaces = null,
        public readonly ?bool $ignorePunctuation = null,
        public readonly ?bool $alphanumericSpaces = null,
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
            $data['variable_limit'] ?? null,
            $data['variable_warn_over'] ?? null,
            $data['ignore_case'] ?? null,
            $data['ignore_spaces'] ?? null,
            $data['ignore_punctuation'] ?? null,
            $data['alphanumeric_spaces'] ?? null,
        );
    }
}
