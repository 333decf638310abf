<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One KeywordsView as the api answers it. */
final class KeywordsView
{
    /**
     * @param list<BuiltInKeyword> $builtIn
     * @param list<OwnKeyword> $own
     * @param list<KeywordReply> $replies
     */
    public function __construct(
        public readonly string $asOf,
        public readonly array $builtIn,
        public readonly array $own,
        public readonly array $replies,
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
            Answer::field($data, 'as_of'),
            array_map(static fn (array $item) => BuiltInKeyword::fromArray($item), Answer::field($data, 'built_in')),
            array_map(static fn (array $item) => OwnKeyword::fromArray($item), Answer::field($data, 'own')),
            array_map(static fn (array $item) => KeywordReply::fromArray($item), Answer::field($data, 'replies')),
        );
    }
}
