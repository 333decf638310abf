<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One TemplateDraftingFaults as the api answers it. */
final class TemplateDraftingFaults
{
    public function __construct(
        public readonly string $channel,
        public readonly string $locale,
        public readonly string $message,
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
            Answer::field($data, 'channel'),
            Answer::field($data, 'locale'),
            Answer::field($data, 'message'),
        );
    }
}
