<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One FraudRulesViewAllCodes as the api answers it. */
final class FraudRulesViewAllCodes
{
    public function __construct(
        public readonly int $codesPerMinute,
        public readonly ?SpendLimit $spendPerHour,
        public readonly ?SpendLimit $spendPerDay,
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
            Answer::field($data, 'codes_per_minute'),
            isset($data['spend_per_hour']) ? SpendLimit::fromArray($data['spend_per_hour']) : null,
            isset($data['spend_per_day']) ? SpendLimit::fromArray($data['spend_per_day']) : null,
        );
    }
}
