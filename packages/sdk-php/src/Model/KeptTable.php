<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One KeptTable as the api answers it. */
final class KeptTable
{
    /**
     * @param list<string> $columns
     */
    public function __construct(
        public readonly string $table,
        public readonly string $kind,
        public readonly array $columns,
        public readonly string $erasure,
        public readonly string $keptFor,
        public readonly ?int $days,
        public readonly ?string $oldestDay,
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
            Answer::field($data, 'table'),
            Answer::field($data, 'kind'),
            Answer::field($data, 'columns'),
            Answer::field($data, 'erasure'),
            Answer::field($data, 'kept_for'),
            $data['days'] ?? null,
            $data['oldest_day'] ?? null,
        );
    }
}
