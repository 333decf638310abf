<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One PersonCopy as the api answers it. */
final class PersonCopy
{
    /**
     * @param list<array<string, mixed>> $messages
     * @param list<array<string, mixed>> $receipts
     * @param list<array<string, mixed>> $laterChannels
     * @param list<array<string, mixed>> $replies
     * @param list<array<string, mixed>> $verifications
     * @param list<array<string, mixed>> $consents
     * @param list<array<string, mixed>> $listMembers
     * @param list<array<string, mixed>> $suppressions
     * @param list<array<string, mixed>> $counters
     * @param list<array<string, mixed>> $networks
     * @param list<array<string, mixed>> $registries
     * @param list<array<string, mixed>> $blockedNumbers
     * @param list<array<string, mixed>> $auditLog
     */
    public function __construct(
        public readonly string $format,
        public readonly string $requestId,
        public readonly string $madeAt,
        public readonly string $workspaceId,
        public readonly string $environment,
        public readonly string $channel,
        public readonly string $address,
        public readonly array $messages,
        public readonly array $receipts,
        public readonly array $laterChannels,
        public readonly array $replies,
        public readonly array $verifications,
        public readonly array $consents,
        public readonly array $listMembers,
        public readonly array $suppressions,
        public readonly array $counters,
        public readonly array $networks,
        public readonly array $registries,
        public readonly array $blockedNumbers,
        public readonly array $auditLog,
        public readonly ?string $nextCursor,
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
            Answer::field($data, 'made_at'),
            Answer::field($data, 'workspace_id'),
            Answer::field($data, 'environment'),
            Answer::field($data, 'channel'),
            Answer::field($data, 'address'),
            Answer::field($data, 'messages'),
            Answer::field($data, 'receipts'),
            Answer::field($data, 'later_channels'),
            Answer::field($data, 'replies'),
            Answer::field($data, 'verifications'),
            Answer::field($data, 'consents'),
            Answer::field($data, 'list_members'),
            Answer::field($data, 'suppressions'),
            Answer::field($data, 'counters'),
            Answer::field($data, 'networks'),
            Answer::field($data, 'registries'),
            Answer::field($data, 'blocked_numbers'),
            Answer::field($data, 'audit_log'),
            $data['next_cursor'] ?? null,
        );
    }
}
