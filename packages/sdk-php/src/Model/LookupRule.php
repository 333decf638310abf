<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One LookupRule as the api answers it. */
final class LookupRule
{
    /**
     * @param string|null $absent A text to a phone that is out of reach.
     * @param string|null $unknown A text to a number that nobody has.
     */
    public function __construct(
        public readonly string $class,
        public readonly bool $lookUp,
        public readonly ?string $country = null,
        public readonly ?string $absent = null,
        public readonly ?string $unknown = null,
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
            Answer::field($data, 'class'),
            Answer::field($data, 'look_up'),
            $data['country'] ?? null,
            $data['absent'] ?? null,
            $data['unknown'] ?? null,
        );
    }
}
