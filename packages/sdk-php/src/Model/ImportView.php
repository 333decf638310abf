<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ImportView as the api answers it. */
final class ImportView
{
    /**
     * @param list<ImportViewReasons> $reasons
     * @param list<ImportViewFaults> $faults
     */
    public function __construct(
        public readonly string $id,
        public readonly string $listId,
        public readonly string $listName,
        public readonly string $channel,
        public readonly string $environment,
        public readonly string $fileName,
        public readonly string $state,
        public readonly ?int $size,
        public readonly int $bytes,
        public readonly int $bytesRead,
        public readonly int $rows,
        public readonly ImportCounts $counts,
        public readonly int $fixed,
        public readonly array $reasons,
        public readonly array $faults,
        public readonly ?ImportViewRules $rules,
        public readonly ?string $failure,
        public readonly ?ImportViewUndone $undone,
        public readonly string $createdAt,
        public readonly ?string $startedAt,
        public readonly ?string $finishedAt,
        public readonly ?string $undoUntil,
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
            Answer::field($data, 'list_id'),
            Answer::field($data, 'list_name'),
            Answer::field($data, 'channel'),
            Answer::field($data, 'environment'),
            Answer::field($data, 'file_name'),
            Answer::field($data, 'state'),
            $data['size'] ?? null,
            Answer::field($data, 'bytes'),
            Answer::field($data, 'bytes_read'),
            Answer::field($data, 'rows'),
            ImportCounts::fromArray(Answer::field($data, 'counts')),
            Answer::field($data, 'fixed'),
            array_map(static fn (array $item) => ImportViewReasons::fromArray($item), Answer::field($data, 'reasons')),
            array_map(static fn (array $item) => ImportViewFaults::fromArray($item), Answer::field($data, 'faults')),
            isset($data['rules']) ? ImportViewRules::fromArray($data['rules']) : null,
            $data['failure'] ?? null,
            isset($data['undone']) ? ImportViewUndone::fromArray($data['undone']) : null,
            Answer::field($data, 'created_at'),
            $data['started_at'] ?? null,
            $data['finished_at'] ?? null,
            $data['undo_until'] ?? null,
        );
    }
}
