<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One TemplateVersionView as the api answers it. */
final class TemplateVersionView
{
    /**
     * @param list<TemplateBody> $bodies
     * @param list<TemplateTranslation> $translations Its texts that a service drafted. Until each is reviewed the version is not submitted, approved or sent; one that was reviewed is `stale` once the text it stands for says something else in the default language.
     * @param list<TemplateVariable>|null $variables
     */
    public function __construct(
        public readonly int $version,
        public readonly string $state,
        public readonly TemplateActor $created,
        public readonly ?TemplateActor $submitted,
        public readonly ?TemplateActor $decided,
        public readonly ?string $comment,
        public readonly ?string $lastUsedAt,
        public readonly array $bodies,
        public readonly array $translations,
        public readonly ?array $variables = null,
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
            array_map(static fn (array $item) => TemplateBody::fromArray($item), Answer::field($data, 'bodies')),
            array_map(static fn (array $item) => TemplateTranslation::fromArray($item), Answer::field($data, 'translations')),
            isset($data['variables']) ? array_map(static fn (array $item) => TemplateVariable::fromArray($item), $data['variables']) : null,
        );
    }
}
