<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One OwnKeyword as the api answers it. */
final class OwnKeyword
{
    public function __construct(
        public readonly string $id,
        public readonly string $word,
        public readonly ?string $number,
        public readonly string $kind,
        public readonly ?OwnKeywordList $list,
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
            Answer::field($data, 'word'),
            $data['number'] ?? null,
            Answer::field($data, 'kind'),
            isset($data['list']) ? OwnKeywordList::fromArray($data['list']) : null,
        );
    }
}
