<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One PersonRequestView as the api answers it. */
final class PersonRequestView
{
    /**
     * @param list<PersonChange> $changes
     */
    public function __construct(
        public readonly string $id,
        public readonly string $kind,
        public readonly string $state,
        public readonly string $environment,
        public readonly string $channel,
        public readonly string $address,
        public readonly string $person,
        public readonly string $reason,
        public readonly PersonActor $askedBy,
        public readonly ?PersonActor $decidedBy,
        public readonly string $createdAt,
        public readonly string $dueAt,
        public readonly ?string $endedAt,
        public readonly array $changes,
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
            Answer::field($data, 'kind'),
            Answer::field($data, 'state'),
            Answer::field($data, 'environment'),
            Answer::field($data, 'channel'),
            Answer::field($data, 'address'),
            Answer::field($data, 'person'),
            Answer::field($data, 'reason'),
            PersonActor::fromArray(Answer::field($data, 'asked_by')),
            isset($data['decided_by']) ? PersonActor::fromArray($data['decided_by']) : null,
            Answer::field($data, 'created_at'),
            Answer::field($data, 'due_at'),
            $data['ended_at'] ?? null,
            array_map(static fn (array $item) => PersonChange::fromArray($item), Answer::field($data, 'changes')),
        );
    }
}
