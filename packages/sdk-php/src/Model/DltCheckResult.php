<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One DltCheckResult as the api answers it. */
final class DltCheckResult
{
    /**
     * @param list<DltCandidate> $candidates
     */
    public function __construct(
        public readonly bool $passes,
        public readonly ?string $entityId,
        public readonly ?string $header,
        public readonly ?string $templateId,
        public readonly ?string $shownAs,
        public readonly ?DltCheckResultProblem $problem,
        public readonly array $candidates,
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
            Answer::field($data, 'passes'),
            $data['entity_id'] ?? null,
            $data['header'] ?? null,
            $data['template_id'] ?? null,
            $data['shown_as'] ?? null,
            isset($data['problem']) ? DltCheckResultProblem::fromArray($data['problem']) : null,
            array_map(static fn (array $item) => DltCandidate::fromArray($item), Answer::field($data, 'candidates')),
        );
    }
}
