<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One RoutingPreview as the api answers it. */
final class RoutingPreview
{
    /**
     * @param list<RuleResult> $rules
     * @param list<CandidateView> $candidates
     * @param list<ChannelPreview>|null $channels
     */
    public function __construct(
        public readonly string $channel,
        public readonly ?string $country,
        public readonly string $state,
        public readonly ?RoutingPreviewReason $reason,
        public readonly ?string $eligibleAgainAt,
        public readonly array $rules,
        public readonly array $candidates,
        public readonly ?string $blocked,
        public readonly ?PriceRange $price,
        public readonly ?string $mode = null,
        public readonly ?int $channelTimeoutSeconds = null,
        public readonly ?array $channels = null,
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
            isset($data['reason']) ? RoutingPreviewReason::fromArray($data['reason']) : null,
            $data['eligible_again_at'] ?? null,
            array_map(static fn (array $item) => RuleResult::fromArray($item), Answer::field($data, 'rules')),
            array_map(static fn (array $item) => CandidateView::fromArray($item), Answer::field($data, 'candidates')),
            $data['blocked'] ?? null,
            isset($data['price']) ? PriceRange::fromArray($data['price']) : null,
            $data['mode'] ?? null,
            $data['channel_timeout_seconds'] ?? null,
            isset($data['channels']) ? array_map(static fn (array $item) => ChannelPreview::fromArray($item), $data['channels']) : null,
        );
    }
}
