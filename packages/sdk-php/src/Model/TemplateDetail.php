<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One TemplateDetail as the api answers it. */
final class TemplateDetail
{
    /**
     * @param list<string> $channels
     * @param list<string> $locales
     * @param list<string> $unreviewed Languages of the newest version with a text that a service drafted and nobody reviewed as it stands.
     * @param list<string> $stale Those of them with a text that was reviewed before the default language said something else.
     * @param list<TemplateTranslation> $translations Its texts that a service drafted. Until each is reviewed the version is not submitted, approved or sent; one that was reviewed is `stale` once the text it stands for says something else in the default language.
     * @param list<TemplateVersionSummary> $versions
     */
    public function __construct(
        public readonly string $key,
        public readonly string $name,
        public readonly string $class,
        public readonly string $defaultLocale,
        public readonly ?string $topic,
        public readonly ?int $liveVersion,
        public readonly int $version,
        public readonly string $state,
        public readonly array $channels,
        public readonly array $locales,
        public readonly array $unreviewed,
        public readonly array $stale,
        public readonly ?string $lastUsedAt,
        public readonly string $createdAt,
        public readonly TemplateContent $content,
        public readonly array $translations,
        public readonly ?TemplateDrafting $drafting,
        public readonly array $versions,
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
            Answer::field($data, 'key'),
            Answer::field($data, 'name'),
            Answer::field($data, 'class'),
            Answer::field($data, 'default_locale'),
            $data['topic'] ?? null,
            $data['live_version'] ?? null,
            Answer::field($data, 'version'),
            Answer::field($data, 'state'),
            Answer::field($data, 'channels'),
            Answer::field($data, 'locales'),
            Answer::field($data, 'unreviewed'),
            Answer::field($data, 'stale'),
            $data['last_used_at'] ?? null,
            Answer::field($data, 'created_at'),
            TemplateContent::fromArray(Answer::field($data, 'content')),
            array_map(static fn (array $item) => TemplateTranslation::fromArray($item), Answer::field($data, 'translations')),
            isset($data['drafting']) ? TemplateDrafting::fromArray($data['drafting']) : null,
            array_map(static fn (array $item) => TemplateVersionSummary::fromArray($item), Answer::field($data, 'versions')),
        );
    }
}
