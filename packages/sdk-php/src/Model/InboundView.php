<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One InboundView as the api answers it. */
final class InboundView
{
    public function __construct(
        public readonly string $id,
        public readonly string $environment,
        public readonly string $from,
        public readonly string $to,
        public readonly string $text,
        public readonly int $parts,
        public readonly ?string $country,
        public readonly ?string $providerId,
        public readonly string $receivedAt,
        public readonly ?string $outcome,
        public readonly ?string $keyword,
        public readonly ?string $scope,
        public readonly ?string $replyId,
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
            Answer::field($data, 'environment'),
            Answer::field($data, 'from'),
            Answer::field($data, 'to'),
            Answer::field($data, 'text'),
            Answer::field($data, 'parts'),
            $data['country'] ?? null,
            $data['provider_id'] ?? null,
            Answer::field($data, 'received_at'),
            $data['outcome'] ?? null,
            $data['keyword'] ?? null,
            $data['scope'] ?? null,
            $data['reply_id'] ?? null,
        );
    }
}
