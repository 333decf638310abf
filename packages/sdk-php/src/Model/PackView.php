<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One PackView as the api answers it. */
final class PackView
{
    /**
     * @param list<LegalRuleView> $rules
     * @param list<PackViewCases> $cases
     */
    public function __construct(
        public readonly string $country,
        public readonly int $version,
        public readonly string $checkedAt,
        public readonly int $unsettled,
        public readonly int $answered,
        public readonly ?MarketingNow $marketingNow,
        public readonly array $rules,
        public readonly array $cases,
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
            Answer::field($data, 'country'),
            Answer::field($data, 'version'),
            Answer::field($data, 'checked_at'),
            Answer::field($data, 'unsettled'),
            Answer::field($data, 'answered'),
            isset($data['marketing_now']) ? MarketingNow::fromArray($data['marketing_now']) : null,
            array_map(static fn (array $item) => LegalRuleView::fromArray($item), Answer::field($data, 'rules')),
            array_map(static fn (array $item) => PackViewCases::fromArray($item), Answer::field($data, 'cases')),
        );
    }
}
