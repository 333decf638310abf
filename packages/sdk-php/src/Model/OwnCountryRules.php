<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One OwnCountryRules as the api answers it. */
final class OwnCountryRules
{
    /**
     * @param BlockThreshold|null $near Over the last 10 to 20 minutes, of all numbers that differ in their last 4 digits only; null is as in each country.
     * @param BlockThreshold|null $wide Over the last hour, of all numbers that differ in their last 6 digits only; null is as in each country.
     * @param int|null $blockHours How long a rule closes a block of numbers; null is as in each country.
     * @param SpendLimit|null $spendPerHour Most that codes may cost in an hour (UTC); null is as in each country.
     * @param SpendLimit|null $spendPerDay Most that codes may cost in a day (UTC); null is as in each country.
     */
    public function __construct(
        public readonly string $country,
        public readonly ?BlockThreshold $near = null,
        public readonly ?BlockThreshold $wide = null,
        public readonly ?int $blockHours = null,
        public readonly ?SpendLimit $spendPerHour = null,
        public readonly ?SpendLimit $spendPerDay = null,
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
            isset($data['near']) ? BlockThreshold::fromArray($data['near']) : null,
            isset($data['wide']) ? BlockThreshold::fromArray($data['wide']) : null,
            $data['block_hours'] ?? null,
            isset($data['spend_per_hour']) ? SpendLimit::fromArray($data['spend_per_hour']) : null,
            isset($data['spend_per_day']) ? SpendLimit::fromArray($data['spend_per_day']) : null,
        );
    }
}
