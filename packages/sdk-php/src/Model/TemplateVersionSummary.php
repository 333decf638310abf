<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One TemplateVersionSummary as the api answers it. */
final class TemplateVersionSummary
{
    public function __construct(
        public readonly int $version,
        public readonly string $state,
        public readonly TemplateActor $created,
        public readonly ?TemplateActor $submitted,
        public readonly ?TemplateActor $decided,
        public readonly ?string $comment,
        public readonly ?string $lastUsedAt,
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
            Answer::field($data, 'version'),
            Answer::field($data, 'state'),
            TemplateActor::fromArray(Answer::field($data, 'created')),
            isset($data['submitted']) ? TemplateActor::fromArray($data['submitted']) : null,
            isset($data['decided']) ? TemplateActor::fromArray($data['decided']) : null,
            $data['comment'] ?? null,
            $data['last_used_at'] ?? null,
        );
    }
}
