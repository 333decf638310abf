<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One NetworkPrefixView as the api answers it. */
final class NetworkPrefixView
{
    public function __construct(
        public readonly string $prefix,
        public readonly string $network,
        public readonly string $country,
        public readonly string $name,
        public readonly bool $sample,
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
            Answer::field($data, 'prefix'),
            Answer::field($data, 'network'),
            Answer::field($data, 'country'),
            Answer::field($data, 'name'),
            Answer::field($data, 'sample'),
        );
    }
}
