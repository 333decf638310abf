<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ListView as the api answers it. */
final class ListView
{
    /**
     * @param array<string, Wording> $wordings
     */
    public function __construct(
        public readonly string $id,
        public readonly string $name,
        public readonly string $channel,
        public readonly string $environment,
        public readonly string $purpose,
        public readonly ?string $topic,
        public readonly string $optIn,
        public readonly int $confirmWithinHours,
        public readonly ?string $from,
        public readonly array $wordings,
        public readonly ListViewSignUp $signUp,
        public readonly ListViewMembers $members,
        public readonly string $createdAt,
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
            Answer::field($data, 'channel'),
            Answer::field($data, 'environment'),
            Answer::field($data, 'purpose'),
            $data['topic'] ?? null,
            Answer::field($data, 'opt_in'),
            Answer::field($data, 'confirm_within_hours'),
            $data['from'] ?? null,
            array_map(static fn (array $item) => Wording::fromArray($item), Answer::field($data, 'wordings')),
            ListViewSignUp::fromArray(Answer::field($data, 'sign_up')),
            ListViewMembers::fromArray(Answer::field($data, 'members')),
            Answer::field($data, 'created_at'),
        );
    }
}
