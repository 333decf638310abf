<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One PriceChangeView as the api answers it. */
final class PriceChangeView
{
    public function __construct(
        public readonly string $id,
        public readonly string $at,
        public readonly PriceChangeViewActor $actor,
        public readonly string $fileName,
        public readonly PriceCounts $counts,
        public readonly ?string $undoes,
        public readonly ?string $undoneBy,
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
            Answer::field($data, 'at'),
            PriceChangeViewActor::fromArray(Answer::field($data, 'actor')),
            Answer::field($data, 'file_name'),
            PriceCounts::fromArray(Answer::field($data, 'counts')),
            $data['undoes'] ?? null,
            $data['undone_by'] ?? null,
        );
    }
}
