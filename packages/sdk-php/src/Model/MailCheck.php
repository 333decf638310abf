<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One MailCheck as the api answers it. */
final class MailCheck
{
    /**
     * @param list<string> $found
     */
    public function __construct(
        public readonly string $name,
        public readonly string $state,
        public readonly array $found,
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
            Answer::field($data, 'name'),
            Answer::field($data, 'state'),
            Answer::field($data, 'found'),
        );
    }
}
