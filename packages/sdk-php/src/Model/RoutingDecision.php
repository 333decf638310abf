<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One RoutingDecision as the api answers it. */
final class RoutingDecision
{
    /**
     * @param list<CandidateView> $candidates
     */
    public function __construct(
        public readonly ?string $country,
        public readonly array $candidates,
        public readonly ?string $blocked,
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
            $data['country'] ?? null,
            array_map(static fn (array $item) => CandidateView::fromArray($item), Answer::field($data, 'candidates')),
            $data['blocked'] ?? null,
        );
    }
}
