<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One TemplateDrafting as the api answers it. */
final class TemplateDrafting
{
    /**
     * @param list<string> $locales
     * @param int|null $version The version that was made of the drafts; null when none was.
     * @param list<TemplateDraftingFaults> $faults What could not be drafted, and why.
     * @param string|null $message Why nothing was drafted at all.
     */
    public function __construct(
        public readonly string $state,
        public readonly TemplateActor $asked,
        public readonly array $locales,
        public readonly ?int $version,
        public readonly array $faults,
        public readonly ?string $message,
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
            Answer::field($data, 'state'),
            TemplateActor::fromArray(Answer::field($data, 'asked')),
            Answer::field($data, 'locales'),
            $data['version'] ?? null,
            array_map(static fn (array $item) => TemplateDraftingFaults::fromArray($item), Answer::field($data, 'faults')),
            $data['message'] ?? null,
        );
    }
}
