<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One CapPreview as the api answers it. */
final class CapPreview
{
    /**
     * @param int $counted Messages that went and that the cap counts.
     * @param int $over Messages that would have been dropped or would have waited.
     * @param bool $complete False where so many people are over the cap that only some of them were looked at.
     */
    public function __construct(
        public readonly string $from,
        public readonly string $to,
        public readonly int $counted,
        public readonly int $people,
        public readonly int $over,
        public readonly int $peopleOver,
        public readonly bool $complete,
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
            Answer::field($data, 'from'),
            Answer::field($data, 'to'),
            Answer::field($data, 'counted'),
            Answer::field($data, 'people'),
            Answer::field($data, 'over'),
            Answer::field($data, 'people_over'),
            Answer::field($data, 'complete'),
        );
    }
}
