<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One FraudRulesView as the api answers it. */
final class FraudRulesView
{
    /**
     * @param list<OwnCountryRules> $countries
     */
    public function __construct(
        public readonly FraudRulesViewAllCodes $allCodes,
        public readonly CountryFraudRules $eachCountry,
        public readonly array $countries,
        public readonly int $version,
        public readonly ?string $updatedAt,
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
            FraudRulesViewAllCodes::fromArray(Answer::field($data, 'all_codes')),
            CountryFraudRules::fromArray(Answer::field($data, 'each_country')),
            array_map(static fn (array $item) => OwnCountryRules::fromArray($item), Answer::field($data, 'countries')),
            Answer::field($data, 'version'),
            $data['updated_at'] ?? null,
        );
    }
}
