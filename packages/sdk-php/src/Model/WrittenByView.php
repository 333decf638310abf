<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One WrittenByView as the api answers it. */
final class WrittenByView
{
    public function __construct(
        public readonly string $key,
        public readonly int $version,
        public readonly string $locale,
        public readonly ?string $askedLocale,
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
            Answer::field($data, 'key'),
            Answer::field($data, 'version'),
            Answer::field($data, 'locale'),
            $data['asked_locale'] ?? null,
        );
    }
}
