<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ImportPreview as the api answers it. */
final class ImportPreview
{
    /**
     * @param list<ImportPreviewColumns> $columns
     * @param list<list<string>> $rows
     */
    public function __construct(
        public readonly string $encoding,
        public readonly string $delimiter,
        public readonly array $columns,
        public readonly bool $remembered,
        public readonly array $rows,
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
            Answer::field($data, 'encoding'),
            Answer::field($data, 'delimiter'),
            array_map(static fn (array $item) => ImportPreviewColumns::fromArray($item), Answer::field($data, 'columns')),
            Answer::field($data, 'remembered'),
            Answer::field($data, 'rows'),
        );
    }
}
