<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ConsentProofBundle as the api answers it. */
final class ConsentProofBundle
{
    /**
     * @param list<string> $page
     * @param array<string, mixed> $receipt
     */
    public function __construct(
        public readonly string $format,
        public readonly string $madeAt,
        public readonly string $rule,
        public readonly array $page,
        public readonly ConsentEntry $entry,
        public readonly ?ConsentProofBundlePerson $person,
        public readonly ?string $wording,
        public readonly ConsentProofBundleChain $chain,
        public readonly array $receipt,
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
            Answer::field($data, 'format'),
            Answer::field($data, 'made_at'),
            Answer::field($data, 'rule'),
            Answer::field($data, 'page'),
            ConsentEntry::fromArray(Answer::field($data, 'entry')),
            isset($data['person']) ? ConsentProofBundlePerson::fromArray($data['person']) : null,
            $data['wording'] ?? null,
            ConsentProofBundleChain::fromArray(Answer::field($data, 'chain')),
            Answer::field($data, 'receipt'),
        );
    }
}
