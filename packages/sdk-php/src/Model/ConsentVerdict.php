<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ConsentVerdict as the api answers it. */
final class ConsentVerdict
{
    public function __construct(
        public readonly bool $intact,
        public readonly int $entries,
        public readonly int $erased,
        public readonly ?ConsentVerdictHead $head,
        public readonly ?ConsentVerdictBroken $broken,
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
            Answer::field($data, 'erased'),
            isset($data['head']) ? ConsentVerdictHead::fromArray($data['head']) : null,
            isset($data['broken']) ? ConsentVerdictBroken::fromArray($data['broken']) : null,
            Answer::field($data, 'checked_at'),
        );
    }
}
