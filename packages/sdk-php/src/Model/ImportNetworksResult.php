<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ImportNetworksResult as the api answers it. */
final class ImportNetworksResult
{
    /**
     * @param list<ImportNetworksResultColumns> $columns
     * @param list<ImportNetworksResultFaults> $faults
     */
    public function __construct(
        public readonly int $rows,
        public readonly int $right,
        public readonly array $columns,
        public readonly int $added,
        public readonly int $changed,
        public readonly int $unchanged,
        public readonly int $removed,
        public readonly array $faults,
        public readonly int $faultCount,
        public readonly ?string $errorCsv,
        public readonly bool $stored,
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
            Answer::field($data, 'rows'),
            Answer::field($data, 'right'),
            array_map(static fn (array $item) => ImportNetworksResultColumns::fromArray($item), Answer::field($data, 'columns')),
            Answer::field($data, 'added'),
            Answer::field($data, 'changed'),
            Answer::field($data, 'unchanged'),
            Answer::field($data, 'removed'),
            array_map(static fn (array $item) => ImportNetworksResultFaults::fromArray($item), Answer::field($data, 'faults')),
            Answer::field($data, 'fault_count'),
            $data['error_csv'] ?? null,
            Answer::field($data, 'stored'),
        );
    }
}
