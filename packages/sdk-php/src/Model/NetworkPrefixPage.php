<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One NetworkPrefixPage as the api answers it. */
final class NetworkPrefixPage
{
    /**
     * @param list<NetworkPrefixView> $data
     */
    public function __construct(
        public readonly int $total,
        public readonly array $data,
        public readonly ?string $nextAfter,
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
            Answer::field($data, 'total'),
            array_map(static fn (array $item) => NetworkPrefixView::fromArray($item), Answer::field($data, 'data')),
            $data['next_after'] ?? null,
        );
    }
}
