<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One TemplateDltCheck as the api answers it. */
final class TemplateDltCheck
{
    /**
     * @param list<DltMark> $marks
     */
    public function __construct(
        public readonly bool $passes,
        public readonly ?string $templateId,
        public readonly ?string $templateName,
        public readonly ?string $templateText,
        public readonly ?string $cure,
        public readonly array $marks,
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
            $data['template_id'] ?? null,
            $data['template_name'] ?? null,
            $data['template_text'] ?? null,
            $data['cure'] ?? null,
            array_map(static fn (array $item) => DltMark::fromArray($item), Answer::field($data, 'marks')),
        );
    }
}
