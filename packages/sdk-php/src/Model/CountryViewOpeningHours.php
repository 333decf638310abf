<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One CountryViewOpeningHours as the api answers it. */
final class CountryViewOpeningHours
{
    /**
     * @param list<string>|null $channels
     * @param list<int> $days
     */
    public function __construct(
        public readonly ?array $channels,
        public readonly array $days,
        public readonly string $from,
        public readonly string $to,
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
            $data['channels'] ?? null,
            Answer::field($data, 'days'),
            Answer::field($data, 'from'),
            Answer::field($data, 'to'),
        );
    }
}
