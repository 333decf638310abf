<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One WordListView as the api answers it. */
final class WordListView
{
    /**
     * @param list<string> $words
     * @param list<WordListViewExceptions> $exceptions
     */
    public function __construct(
        public readonly string $id,
        public readonly string $language,
        public readonly int $version,
        public readonly array $words,
        public readonly array $exceptions,
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
            Answer::field($data, 'id'),
            Answer::field($data, 'language'),
            Answer::field($data, 'version'),
            Answer::field($data, 'words'),
            array_map(static fn (array $item) => WordListViewExceptions::fromArray($item), Answer::field($data, 'exceptions')),
        );
    }
}
