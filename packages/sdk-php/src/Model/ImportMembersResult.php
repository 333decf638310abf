<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ImportMembersResult as the api answers it. */
final class ImportMembersResult
{
    /**
     * @param list<ImportMembersResultColumns> $columns
     * @param list<ImportMembersResultFaults> $faults
     * @param list<array<string, mixed>> $sample
     */
    public function __construct(
        public readonly int $rows,
        public readonly int $right,
        public readonly int $repeated,
        public readonly ?ImportMembersResultStored $stored,
        public readonly array $columns,
        public readonly array $faults,
        public readonly int $faultCount,
        public readonly ?string $errorCsv,
        public readonly array $sample,
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
            Answer::field($data, 'repeated'),
            isset($data['stored']) ? ImportMembersResultStored::fromArray($data['stored']) : null,
            array_map(static fn (array $item) => ImportMembersResultColumns::fromArray($item), Answer::field($data, 'columns')),
            array_map(static fn (array $item) => ImportMembersResultFaults::fromArray($item), Answer::field($data, 'faults')),
            Answer::field($data, 'fault_count'),
            $data['error_csv'] ?? null,
            Answer::field($data, 'sample'),
        );
    }
}
