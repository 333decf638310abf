<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One TranslationView as the api answers it. */
final class TranslationView
{
    public function __construct(
        public readonly int $version,
        public readonly bool $enabled,
        public readonly ?TranslationService $service,
        public readonly bool $secretStored,
        public readonly int $askedToday,
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
            Answer::field($data, 'version'),
            Answer::field($data, 'enabled'),
            isset($data['service']) ? TranslationService::fromArray($data['service']) : null,
            Answer::field($data, 'secret_stored'),
            Answer::field($data, 'asked_today'),
        );
    }
}
