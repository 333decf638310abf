<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One RuleResult as the api answers it. */
final class RuleResult
{
    /**
     * @param array<string, mixed> $facts
     */
    public function __construct(
        public readonly string $kind,
        public readonly string $result,
        public readonly ?string $code,
        public readonly string $text,
        public readonly array $facts,
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
            Answer::field($data, 'result'),
            $data['code'] ?? null,
            Answer::field($data, 'text'),
            Answer::field($data, 'facts'),
        );
    }
}
