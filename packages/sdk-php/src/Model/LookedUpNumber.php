<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One LookedUpNumber as the api answers it. */
final class LookedUpNumber
{
    public function __construct(
        public readonly string $number,
        public readonly ?string $country,
        public readonly string $outcome,
        public readonly ?LookedUpNumberNetwork $network,
        public readonly ?string $reach,
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
            Answer::field($data, 'number'),
            $data['country'] ?? null,
            Answer::field($data, 'outcome'),
            isset($data['network']) ? LookedUpNumberNetwork::fromArray($data['network']) : null,
            $data['reach'] ?? null,
        );
    }
}
