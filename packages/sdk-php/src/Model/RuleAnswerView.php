<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One RuleAnswerView as the api answers it. */
final class RuleAnswerView
{
    /**
     * @param list<string> $exceptions
     */
    public function __construct(
        public readonly ?string $reading,
        public readonly array $exceptions,
        public readonly string $note,
        public readonly int $version,
        public readonly string $updatedAt,
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
            $data['reading'] ?? null,
            Answer::field($data, 'exceptions'),
            Answer::field($data, 'note'),
            Answer::field($data, 'version'),
            Answer::field($data, 'updated_at'),
        );
    }
}
