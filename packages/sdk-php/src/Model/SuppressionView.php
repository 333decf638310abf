<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One SuppressionView as the api answers it. */
final class SuppressionView
{
    /**
     * @param list<string> $classes
     */
    public function __construct(
        public readonly string $id,
        public readonly string $address,
        public readonly string $channel,
        public readonly string $environment,
        public readonly array $classes,
        public readonly string $reason,
        public readonly string $createdAt,
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
            Answer::field($data, 'id'),
            Answer::field($data, 'address'),
            Answer::field($data, 'channel'),
            Answer::field($data, 'environment'),
            Answer::field($data, 'classes'),
            Answer::field($data, 'reason'),
            Answer::field($data, 'created_at'),
        );
    }
}
