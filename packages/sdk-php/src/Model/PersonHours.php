<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One PersonHours as the api answers it. */
final class PersonHours
{
    /**
     * @param list<QuietSpan> $quiet
     * @param string|null $consentId The entry of the consent ledger that says so.
     */
    public function __construct(
        public readonly string $address,
        public readonly string $channel,
        public readonly array $quiet,
        public readonly ?string $timeZone,
        public readonly ?string $since,
        public readonly ?string $consentId,
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
            Answer::field($data, 'address'),
            Answer::field($data, 'channel'),
            array_map(static fn (array $item) => QuietSpan::fromArray($item), Answer::field($data, 'quiet')),
            $data['time_zone'] ?? null,
            $data['since'] ?? null,
            $data['consent_id'] ?? null,
        );
    }
}
