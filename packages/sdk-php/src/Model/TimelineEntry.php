<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One TimelineEntry as the api answers it. */
final class TimelineEntry
{
    /**
     * @param array<string, mixed> $facts
     * @param list<CandidateView>|null $candidates
     */
    public function __construct(
        public readonly int $seq,
        public readonly string $at,
        public readonly string $kind,
        public readonly string $actor,
        public readonly string $result,
        public readonly ?string $code,
        public readonly string $text,
        public readonly ?string $state,
        public readonly array $facts,
        public readonly ?array $candidates = null,
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
            Answer::field($data, 'seq'),
            Answer::field($data, 'at'),
            Answer::field($data, 'kind'),
            Answer::field($data, 'actor'),
            Answer::field($data, 'result'),
            $data['code'] ?? null,
            Answer::field($data, 'text'),
            $data['state'] ?? null,
            Answer::field($data, 'facts'),
            isset($data['candidates']) ? array_map(static fn (array $item) => CandidateView::fromArray($item), $data['candidates']) : null,
        );
    }
}
