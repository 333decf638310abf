<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One PersonFound as the api answers it. */
final class PersonFound
{
    /**
     * @param list<PersonHolding> $holdings
     */
    public function __construct(
        public readonly string $address,
        public readonly string $channel,
        public readonly string $environment,
        public readonly int $total,
        public readonly array $holdings,
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
            Answer::field($data, 'environment'),
            Answer::field($data, 'total'),
            array_map(static fn (array $item) => PersonHolding::fromArray($item), Answer::field($data, 'holdings')),
        );
    }
}
