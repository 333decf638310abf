<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One PackSummary as the api answers it. */
final class PackSummary
{
    public function __construct(
        public readonly string $country,
        public readonly int $version,
        public readonly string $checkedAt,
        public readonly int $rules,
        public readonly int $unsettled,
        public readonly int $answered,
        public readonly ?MarketingNow $marketingNow,
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
            Answer::field($data, 'rules'),
            Answer::field($data, 'unsettled'),
            Answer::field($data, 'answered'),
            isset($data['marketing_now']) ? MarketingNow::fromArray($data['marketing_now']) : null,
        );
    }
}
