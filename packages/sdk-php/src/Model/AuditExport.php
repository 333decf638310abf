<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One AuditExport as the api answers it. */
final class AuditExport
{
    /**
     * @param list<AuditEntryView> $data
     */
    public function __construct(
        public readonly string $workspaceId,
        public readonly string $rule,
        public readonly ?AuditExportHead $head,
        public readonly array $data,
        public readonly ?int $nextAfter,
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
            Answer::field($data, 'workspace_id'),
            Answer::field($data, 'rule'),
            isset($data['head']) ? AuditExportHead::fromArray($data['head']) : null,
            array_map(static fn (array $item) => AuditEntryView::fromArray($item), Answer::field($data, 'data')),
            $data['next_after'] ?? null,
        );
    }
}
