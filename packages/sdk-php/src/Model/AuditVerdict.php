<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One AuditVerdict as the api answers it. */
final class AuditVerdict
{
    public function __construct(
        public readonly bool $intact,
        public readonly int $entries,
        public readonly ?AuditVerdictHead $head,
        public readonly ?AuditVerdictBroken $broken,
        public readonly string $checkedAt,
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
            Answer::field($data, 'intact'),
            Answer::field($data, 'entries'),
            isset($data['head']) ? AuditVerdictHead::fromArray($data['head']) : null,
            isset($data['broken']) ? AuditVerdictBroken::fromArray($data['broken']) : null,
            Answer::field($data, 'checked_at'),
        );
    }
}
