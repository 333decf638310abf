<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One MessageGroupSubstitution as the api answers it. */
final class MessageGroupSubstitution
{
    /**
     * @param list<string> $asked
     */
    public function __construct(
        public readonly string $rule,
        public readonly array $asked,
        public readonly ?Money $price,
        public readonly ?MessageGroupSubstitutionSaved $saved,
        public readonly bool $replays,
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
            Answer::field($data, 'rule'),
            Answer::field($data, 'asked'),
            isset($data['price']) ? Money::fromArray($data['price']) : null,
            isset($data['saved']) ? MessageGroupSubstitutionSaved::fromArray($data['saved']) : null,
            Answer::field($data, 'replays'),
        );
    }
}
