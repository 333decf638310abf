<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One DltEntryView as the api answers it. */
final class DltEntryView
{
    /**
     * @param list<string> $headers
     * @param list<string>|null $tags
     * @param list<string> $telemarketerIds
     * @param list<string> $issues
     */
    public function __construct(
        public readonly string $kind,
        public readonly string $id,
        public readonly bool $usable,
        public readonly int $version,
        public readonly string $updatedAt,
        public readonly string $entityId,
        public readonly string $name,
        public readonly string $status,
        public readonly ?string $expiresOn,
        public readonly ?DltMatching $matching,
        public readonly ?string $header,
        public readonly ?string $templateId,
        public readonly ?string $templateKind,
        public readonly array $headers,
        public readonly ?string $text,
        public readonly ?array $tags,
        public readonly ?string $consentTemplateId,
        public readonly ?string $type,
        public readonly ?string $value,
        public readonly ?string $providerId,
        public readonly array $telemarketerIds,
        public readonly ?string $hash,
        public readonly array $issues,
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
            Answer::field($data, 'kind'),
            Answer::field($data, 'id'),
            Answer::field($data, 'usable'),
            Answer::field($data, 'version'),
            Answer::field($data, 'updated_at'),
            Answer::field($data, 'entity_id'),
            Answer::field($data, 'name'),
            Answer::field($data, 'status'),
            $data['expires_on'] ?? null,
            isset($data['matching']) ? DltMatching::fromArray($data['matching']) : null,
            $data['header'] ?? null,
            $data['template_id'] ?? null,
            $data['template_kind'] ?? null,
            Answer::field($data, 'headers'),
            $data['text'] ?? null,
            $data['tags'] ?? null,
            $data['consent_template_id'] ?? null,
            $data['type'] ?? null,
            $data['value'] ?? null,
            $data['provider_id'] ?? null,
            Answer::field($data, 'telemarketer_ids'),
            $data['hash'] ?? null,
            Answer::field($data, 'issues'),
        );
    }
}
