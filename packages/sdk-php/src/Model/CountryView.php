<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One CountryView as the api answers it. */
final class CountryView
{
    /**
     * @param list<string>|null $languages
     * @param list<string>|null $channels
     * @param list<CountryViewOpeningHours>|null $openingHours
     * @param list<string>|null $closedDates
     */
    public function __construct(
        public readonly string $country,
        public readonly bool $enabled,
        public readonly ?string $currency,
        public readonly ?array $languages,
        public readonly ?array $channels,
        public readonly CountryViewSenders $senders,
        public readonly ?array $openingHours,
        public readonly ?array $closedDates,
        public readonly ?CountryViewMaxPrice $maxPrice,
        public readonly ?int $validForSeconds,
        public readonly ?int $marketingPerDay,
        public readonly ?MarketingNow $marketingNow,
        public readonly int $version,
        public readonly string $updatedAt,
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
            Answer::field($data, 'enabled'),
            $data['currency'] ?? null,
            $data['languages'] ?? null,
            $data['channels'] ?? null,
            CountryViewSenders::fromArray(Answer::field($data, 'senders')),
            isset($data['opening_hours']) ? array_map(static fn (array $item) => CountryViewOpeningHours::fromArray($item), $data['opening_hours']) : null,
            $data['closed_dates'] ?? null,
            isset($data['max_price']) ? CountryViewMaxPrice::fromArray($data['max_price']) : null,
            $data['valid_for_seconds'] ?? null,
            $data['marketing_per_day'] ?? null,
            isset($data['marketing_now']) ? MarketingNow::fromArray($data['marketing_now']) : null,
            Answer::field($data, 'version'),
            Answer::field($data, 'updated_at'),
        );
    }
}
