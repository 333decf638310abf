<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One LookUpNumbersResult as the api answers it. */
final class LookUpNumbersResult
{
    /**
     * @param list<LookedUpNumber> $data
     */
    public function __construct(
        public readonly array $data,
        public readonly int $asked,
        public readonly int $costMicros,
        public readonly string $currency,
        public readonly bool $dryRun,
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
            array_map(static fn (array $item) => LookedUpNumber::fromArray($item), Answer::field($data, 'data')),
            Answer::field($data, 'asked'),
            Answer::field($data, 'cost_micros'),
            Answer::field($data, 'currency'),
            Answer::field($data, 'dry_run'),
        );
    }
}
