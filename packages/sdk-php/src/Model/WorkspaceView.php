<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One WorkspaceView as the api answers it. */
final class WorkspaceView
{
    /**
     * @param list<string> $secondPersonFor
     * @param list<string> $linkDomains
     * @param list<string> $regions
     */
    public function __construct(
        public readonly string $id,
        public readonly string $name,
        public readonly WorkspaceViewOrganisation $organisation,
        public readonly ?string $homeRegion,
        public readonly string $defaultCurrency,
        public readonly string $timeZone,
        public readonly string $defaultLanguage,
        public readonly array $secondPersonFor,
        public readonly string $links,
        public readonly array $linkDomains,
        public readonly string $createdAt,
        public readonly array $regions,
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
            Answer::field($data, 'id'),
            Answer::field($data, 'name'),
            WorkspaceViewOrganisation::fromArray(Answer::field($data, 'organisation')),
            $data['home_region'] ?? null,
            Answer::field($data, 'default_currency'),
            Answer::field($data, 'time_zone'),
            Answer::field($data, 'default_language'),
            Answer::field($data, 'second_person_for'),
            Answer::field($data, 'links'),
            Answer::field($data, 'link_domains'),
            Answer::field($data, 'created_at'),
            Answer::field($data, 'regions'),
        );
    }
}
