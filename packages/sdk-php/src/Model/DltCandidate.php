<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One DltCandidate as the api answers it. */
final class DltCandidate
{
    /**
     * @param list<string> $headers
     * @param list<DltMark> $marks
     * @param list<DltPart> $parts
     * @param list<int> $longValues
     */
    public function __construct(
        public readonly string $templateId,
        public readonly string $name,
        public readonly string $templateKind,
        public readonly array $headers,
        public readonly bool $usable,
        public readonly string $template,
        public readonly bool $matches,
        public readonly float $score,
        public readonly array $marks,
        public readonly array $parts,
        public readonly array $longValues,
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
            Answer::field($data, 'template_id'),
            Answer::field($data, 'name'),
            Answer::field($data, 'template_kind'),
            Answer::field($data, 'headers'),
            Answer::field($data, 'usable'),
            Answer::field($data, 'template'),
            Answer::field($data, 'matches'),
            (float) Answer::field($data, 'score'),
            array_map(static fn (array $item) => DltMark::fromArray($item), Answer::field($data, 'marks')),
            array_map(static fn (array $item) => DltPart::fromArray($item), Answer::field($data, 'parts')),
            Answer::field($data, 'long_values'),
        );
    }
}
