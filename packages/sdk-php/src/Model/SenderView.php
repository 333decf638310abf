<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One SenderView as the api answers it. */
final class SenderView
{
    /**
     * @param list<SenderDocument> $documents
     * @param list<SenderWarning> $warnings
     */
    public function __construct(
        public readonly string $id,
        public readonly string $kept,
        public readonly string $channel,
        public readonly string $country,
        public readonly ?string $network,
        public readonly ?string $class,
        public readonly string $sender,
        public readonly string $kind,
        public readonly string $status,
        public readonly bool $usable,
        public readonly ?string $reference,
        public readonly ?string $registeredOn,
        public readonly ?string $expiresOn,
        public readonly ?SenderAffix $affix,
        public readonly array $documents,
        public readonly string $notes,
        public readonly ?string $lastUsedOn,
        public readonly ?string $idleOn,
        public readonly ShownSender $shown,
        public readonly array $warnings,
        public readonly int $version,
        public readonly string $updatedAt,
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
            Answer::field($data, 'kept'),
            Answer::field($data, 'channel'),
            Answer::field($data, 'country'),
            $data['network'] ?? null,
            $data['class'] ?? null,
            Answer::field($data, 'sender'),
            Answer::field($data, 'kind'),
            Answer::field($data, 'status'),
            Answer::field($data, 'usable'),
            $data['reference'] ?? null,
            $data['registered_on'] ?? null,
            $data['expires_on'] ?? null,
            isset($data['affix']) ? SenderAffix::fromArray($data['affix']) : null,
            array_map(static fn (array $item) => SenderDocument::fromArray($item), Answer::field($data, 'documents')),
            Answer::field($data, 'notes'),
            $data['last_used_on'] ?? null,
            $data['idle_on'] ?? null,
            ShownSender::fromArray(Answer::field($data, 'shown')),
            array_map(static fn (array $item) => SenderWarning::fromArray($item), Answer::field($data, 'warnings')),
            Answer::field($data, 'version'),
            Answer::field($data, 'updated_at'),
        );
    }
}
