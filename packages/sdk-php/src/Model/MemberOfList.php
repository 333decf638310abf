<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One MemberOfList as the api answers it. */
final class MemberOfList
{
    public function __construct(
        public readonly string $address,
        public readonly string $state,
        public readonly string $locale,
        public readonly string $source,
        public readonly string $since,
        public readonly ?string $confirmBy,
        public readonly ?string $messageId,
        public readonly ?string $consentId,
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
            Answer::field($data, 'address'),
            Answer::field($data, 'state'),
            Answer::field($data, 'locale'),
            Answer::field($data, 'source'),
            Answer::field($data, 'since'),
            $data['confirm_by'] ?? null,
            $data['message_id'] ?? null,
            $data['consent_id'] ?? null,
        );
    }
}
