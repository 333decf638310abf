<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ImportPricesResult as the api answers it. */
final class ImportPricesResult
{
    /**
     * @param list<ImportPricesResultColumns> $columns
     * @param list<PriceLine> $lines
     * @param list<PriceFault> $faults
     */
    public function __construct(
        public readonly int $rows,
        public readonly int $right,
        public readonly array $columns,
        public readonly PriceCounts $counts,
        public readonly array $lines,
        public readonly int $lineCount,
        public readonly array $faults,
        public readonly int $faultCount,
        public readonly ?string $errorCsv,
        public readonly ?string $changeId,
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
            array_map(static fn (array $item) => ImportPricesResultColumns::fromArray($item), Answer::field($data, 'columns')),
            PriceCounts::fromArray(Answer::field($data, 'counts')),
            array_map(static fn (array $item) => PriceLine::fromArray($item), Answer::field($data, 'lines')),
            Answer::field($data, 'line_count'),
            array_map(static fn (array $item) => PriceFault::fromArray($item), Answer::field($data, 'faults')),
            Answer::field($data, 'fault_count'),
            $data['error_csv'] ?? null,
            $data['change_id'] ?? null,
        );
    }
}
