<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ErasureCertificate as the api answers it. */
final class ErasureCertificate
{
    /**
     * @param list<ErasedTable> $erased
     * @param list<UnerasedTable> $kept
     * @param list<string> $blockedClasses
     */
    public function __construct(
        public readonly string $format,
        public readonly string $requestId,
        public readonly string $workspaceId,
        public readonly string $environment,
        public readonly string $channel,
        public readonly string $person,
        public readonly string $askedAt,
        public readonly string $endedAt,
        public readonly int $canceled,
        public readonly array $erased,
        public readonly array $kept,
        public readonly int $onTheirWay,
        public readonly array $blockedClasses,
        public readonly string $seal,
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
            Answer::field($data, 'format'),
            Answer::field($data, 'request_id'),
            Answer::field($data, 'workspace_id'),
            Answer::field($data, 'environment'),
            Answer::field($data, 'channel'),
            Answer::field($data, 'person'),
            Answer::field($data, 'asked_at'),
            Answer::field($data, 'ended_at'),
            Answer::field($data, 'canceled'),
            array_map(static fn (array $item) => ErasedTable::fromArray($item), Answer::field($data, 'erased')),
            array_map(static fn (array $item) => UnerasedTable::fromArray($item), Answer::field($data, 'kept')),
            Answer::field($data, 'on_their_way'),
            Answer::field($data, 'blocked_classes'),
            Answer::field($data, 'seal'),
        );
    }
}
