<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One AuditEntryView as the api answers it. */
final class AuditEntryView
{
    /**
     * @param array<string, mixed>|null $before
     * @param array<string, mixed>|null $after
     */
    public function __construct(
        public readonly string $id,
        public readonly string $at,
        public readonly string $workspaceId,
        public readonly ?string $environment,
        public readonly AuditEntryViewActor $actor,
        public readonly string $action,
        public readonly AuditEntryViewObject $object,
        public readonly ?array $before,
        public readonly ?array $after,
        public readonly ?string $address,
        public readonly string $requestId,
        public readonly int $seq,
        public readonly string $prevHash,
        public readonly string $hash,
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
            Answer::field($data, 'at'),
            Answer::field($data, 'workspace_id'),
            $data['environment'] ?? null,
            AuditEntryViewActor::fromArray(Answer::field($data, 'actor')),
            Answer::field($data, 'action'),
            AuditEntryViewObject::fromArray(Answer::field($data, 'object')),
            $data['before'] ?? null,
            $data['after'] ?? null,
            $data['address'] ?? null,
            Answer::field($data, 'request_id'),
            Answer::field($data, 'seq'),
            Answer::field($data, 'prev_hash'),
            Answer::field($data, 'hash'),
        );
    }
}
