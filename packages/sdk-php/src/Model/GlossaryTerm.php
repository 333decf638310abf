<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One GlossaryTerm as the api answers it. */
final class GlossaryTerm
{
    /**
     * @param string|null $locale The language it is for, with those that begin with it; null is every language without an entry of its own.
     * @param string|null $translation What it is called there; null says that it is never translated.
     */
    public function __construct(
        public readonly string $term,
        public readonly ?string $locale = null,
        public readonly ?string $translation = null,
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
            Answer::field($data, 'term'),
            $data['locale'] ?? null,
            $data['translation'] ?? null,
        );
    }
}
