<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One TemplatePreview as the api answers it. */
final class TemplatePreview
{
    /**
     * @param list<TemplateRendering> $renderings
     * @param list<TemplatePreviewErrors> $errors
     * @param list<TemplatePreviewWarnings> $warnings What keeps nothing from being sent: links to domains that are not allowed.
     */
    public function __construct(
        public readonly array $renderings,
        public readonly array $errors,
        public readonly array $warnings,
        public readonly ?TemplatePreviewPricePerPart $pricePerPart,
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
            array_map(static fn (array $item) => TemplateRendering::fromArray($item), Answer::field($data, 'renderings')),
            array_map(static fn (array $item) => TemplatePreviewErrors::fromArray($item), Answer::field($data, 'errors')),
            array_map(static fn (array $item) => TemplatePreviewWarnings::fromArray($item), Answer::field($data, 'warnings')),
            isset($data['price_per_part']) ? TemplatePreviewPricePerPart::fromArray($data['price_per_part']) : null,
        );
    }
}
