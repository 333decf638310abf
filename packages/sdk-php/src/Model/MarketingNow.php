<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One MarketingNow as the api answers it. */
final class MarketingNow
{
    public function __construct(
        public readonly bool $open,
        public readonly ?string $until,
        public readonly string $timeZone,
        public readonly int $timeZones,
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
            Answer::field($data, 'open'),
            $data['until'] ?? null,
            Answer::field($data, 'time_zone'),
            Answer::field($data, 'time_zones'),
        );
    }
}
