<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One TemplateMailLooks as the api answers it. */
final class TemplateMailLooks
{
    /**
     * @param list<string> $linkDomains
     * @param list<MailCheck> $checks
     */
    public function __construct(
        public readonly int $bytes,
        public readonly array $linkDomains,
        public readonly array $checks,
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
            Answer::field($data, 'bytes'),
            Answer::field($data, 'link_domains'),
            array_map(static fn (array $item) => MailCheck::fromArray($item), Answer::field($data, 'checks')),
        );
    }
}
