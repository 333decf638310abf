<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ListViewSignUp as the api answers it. */
final class ListViewSignUp
{
    public function __construct(
        public readonly bool $open,
        public readonly int $hourlyLimit,
        public readonly ?string $url,
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
            Answer::field($data, 'open'),
            Answer::field($data, 'hourly_limit'),
            $data['url'] ?? null,
        );
    }
}
