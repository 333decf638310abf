<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ChannelPreview as the api answers it. */
final class ChannelPreview
{
    /**
     * @param list<RuleResult> $rules
     * @param list<CandidateView> $candidates
     * @param list<FollowUp> $followUps
     */
    public function __construct(
        public readonly string $channel,
        public readonly ?string $country,
        public readonly string $state,
        public readonly ?ChannelPreviewReason $reason,
        public readonly ?string $eligibleAgainAt,
        public readonly array $rules,
        public readonly array $candidates,
        public readonly ?string $blocked,
        public readonly ?PriceRange $price,
        public readonly string $starts,
        public readonly array $followUps,
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
            Answer::field($data, 'channel'),
            $data['country'] ?? null,
            Answer::field($data, 'state'),
            isset($data['reason']) ? ChannelPreviewReason::fromArray($data['reason']) : null,
            $data['eligible_again_at'] ?? null,
            array_map(static fn (array $item) => RuleResult::fromArray($item), Answer::field($data, 'rules')),
            array_map(static fn (array $item) => CandidateView::fromArray($item), Answer::field($data, 'candidates')),
            $data['blocked'] ?? null,
            isset($data['price']) ? PriceRange::fromArray($data['price']) : null,
            Answer::field($data, 'starts'),
            array_map(static fn (array $item) => FollowUp::fromArray($item), Answer::field($data, 'follow_ups')),
        );
    }
}
