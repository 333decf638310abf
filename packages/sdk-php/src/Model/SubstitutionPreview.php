<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One SubstitutionPreview as the api answers it. */
final class SubstitutionPreview
{
    /**
     * @param int $sends Sends over several channels of these days that begin with `from` and name `to`.
     * @param int $moved Those of them the rule fits, by the prices of today.
     * @param int $unpriced Those it was not asked for, because `from` has no price there in the currency of the rule.
     * @param SubstitutionPreviewSaving|null $saving With its 90 % interval; null where too little is known, and `refused` says why.
     * @param string|null $refused Why no saving is told.
     * @param int $ended Messages by `to` of the last 30 days that ended, by which it is judged how many go by `from` after all.
     */
    public function __construct(
        public readonly int $days,
        public readonly int $sends,
        public readonly int $moved,
        public readonly int $unpriced,
        public readonly ?SubstitutionPreviewSaving $saving,
        public readonly ?string $refused,
        public readonly int $ended,
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
            Answer::field($data, 'days'),
            Answer::field($data, 'sends'),
            Answer::field($data, 'moved'),
            Answer::field($data, 'unpriced'),
            isset($data['saving']) ? SubstitutionPreviewSaving::fromArray($data['saving']) : null,
            $data['refused'] ?? null,
            Answer::field($data, 'ended'),
        );
    }
}
