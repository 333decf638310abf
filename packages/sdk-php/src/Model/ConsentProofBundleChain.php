<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ConsentProofBundleChain as the api answers it. */
final class ConsentProofBundleChain
{
    /**
     * @param list<ConsentProofBundleChainAfter> $after
     */
    public function __construct(
        public readonly int $seq,
        public readonly string $prevHash,
        public readonly string $hash,
        public readonly array $after,
        public readonly ConsentProofBundleChainHead $head,
        public readonly bool $reachesHead,
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
            Answer::field($data, 'prev_hash'),
            Answer::field($data, 'hash'),
            array_map(static fn (array $item) => ConsentProofBundleChainAfter::fromArray($item), Answer::field($data, 'after')),
            ConsentProofBundleChainHead::fromArray(Answer::field($data, 'head')),
            Answer::field($data, 'reaches_head'),
        );
    }
}
