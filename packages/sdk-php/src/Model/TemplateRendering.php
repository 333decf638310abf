<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One TemplateRendering as the api answers it. */
final class TemplateRendering
{
    /**
     * @param TemplateBeside|null $beside Beside the body in the default language; null for that one itself.
     */
    public function __construct(
        public readonly string $channel,
        public readonly string $locale,
        public readonly ?string $subject,
        public readonly ?string $text,
        public readonly ?string $html,
        public readonly ?TemplateSegments $segments,
        public readonly ?TemplateMailLooks $mail,
        public readonly ?TemplateBeside $beside,
        public readonly ?TemplateDltCheck $dlt,
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
            Answer::field($data, 'channel'),
            Answer::field($data, 'locale'),
            $data['subject'] ?? null,
            $data['text'] ?? null,
            $data['html'] ?? null,
            isset($data['segments']) ? TemplateSegments::fromArray($data['segments']) : null,
            isset($data['mail']) ? TemplateMailLooks::fromArray($data['mail']) : null,
            isset($data['beside']) ? TemplateBeside::fromArray($data['beside']) : null,
            isset($data['dlt']) ? TemplateDltCheck::fromArray($data['dlt']) : null,
        );
    }
}
