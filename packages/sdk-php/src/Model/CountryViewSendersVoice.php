<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One CountryViewSendersVoice as the api answers it. */
final class CountryViewSendersVoice
{
    public function __construct(
        public readonly ?string $default,
        public readonly bool $registeredOnly,
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
            $data['default'] ?? null,
            Answer::field($data, 'registered_only'),
        );
    }
}
