<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One SubstitutionView as the api answers it. */
final class SubstitutionView
{
    /**
     * @param int $version Give it with a change, and one that somebody else made meanwhile is not lost.
     * @param list<SubstitutionRule> $rules The first that fits decides.
     * @param string $currency The currency of the workspace, in which `above` is said.
     * @param string $since When the month of `savings` began.
     * @param list<SubstitutionSaving> $savings Rules that moved something this month, those removed since too.
     */
    public function __construct(
        public readonly int $version,
        public readonly array $rules,
        public readonly string $currency,
        public readonly string $since,
        public readonly array $savings,
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
            Answer::field($data, 'version'),
            array_map(static fn (array $item) => SubstitutionRule::fromArray($item), Answer::field($data, 'rules')),
            Answer::field($data, 'currency'),
            Answer::field($data, 'since'),
            array_map(static fn (array $item) => SubstitutionSaving::fromArray($item), Answer::field($data, 'savings')),
        );
    }
}
