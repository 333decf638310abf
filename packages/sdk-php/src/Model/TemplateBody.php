<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One TemplateBody as the api answers it. */
final class TemplateBody
{
    /**
     * @param string|null $dltTemplateId The content template on file for India by which texts of this body go; null lets it be found by the text.
     * @param string|null $html The HTML part; not beside `mjml`.
     * @param string|null $mjml The mail in MJML, of which the HTML part is made once, when the version is stored. It includes no file and loads no font.
     */
    public function __construct(
        public readonly string $channel,
        public readonly string $locale,
        public readonly ?string $text = null,
        public readonly ?string $dltTemplateId = null,
        public readonly ?string $subject = null,
        public readonly ?string $html = null,
        public readonly ?string $mjml = null,
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
            $data['text'] ?? null,
            $data['dlt_template_id'] ?? null,
            $data['subject'] ?? null,
            $data['html'] ?? null,
            $data['mjml'] ?? null,
        );
    }
}
