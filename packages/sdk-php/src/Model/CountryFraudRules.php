<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One CountryFraudRules as the api answers it. */
final class CountryFraudRules
{
    /**
     * @param BlockThreshold $near Over the last 10 to 20 minutes, of all numbers that differ in their last 4 digits only.
     * @param BlockThreshold $wide Over the last hour, of all numbers that differ in their last 6 digits only.
     * @param int $blockHours How long a rule closes a block of numbers.
     * @param SpendLimit|null $spendPerHour Most that codes may cost in an hour (UTC); null is no limit.
     * @param SpendLimit|null $spendPerDay Most that codes may cost in a day (UTC); null is no limit.
     */
    public function __construct(
        public readonly BlockThreshold $near,
        public readonly BlockThreshold $wide,
        public readonly int $blockHours,
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
            BlockThreshold::fromArray(Answer::field($data, 'near')),
            BlockThreshold::fromArray(Answer::field($data, 'wide')),
            Answer::field($data, 'block_hours'),
            isset($data['spend_per_hour']) ? SpendLimit::fromArray($data['spend_per_hour']) : null,
            isset($data['spend_per_day']) ? SpendLimit::fromArray($data['spend_per_day']) : null,
        );
    }
}
