<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ConsentEntry as the api answers it. */
final class ConsentEntry
{
    public function __construct(
        public readonly string $at,
        public readonly string $channel,
        public readonly string $environment,
        public readonly string $id,
        public readonly ?string $jurisdiction,
        public readonly ?string $list,
        public readonly ?string $locale,
        public readonly string $person,
        public readonly string $purpose,
        public readonly string $recordedAt,
        public readonly string $source,
        public readonly string $state,
        public readonly ?string $topic,
        public readonly ?string $wording,
        public readonly ?string $wordingVersion,
        public readonly string $workspace,
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
            Answer::field($data, 'at'),
            Answer::field($data, 'channel'),
            Answer::field($data, 'environment'),
            Answer::field($data, 'id'),
            $data['jurisdiction'] ?? null,
            $data['list'] ?? null,
            $data['locale'] ?? null,
            Answer::field($data, 'person'),
            Answer::field($data, 'purpose'),
            Answer::field($data, 'recorded_at'),
            Answer::field($data, 'source'),
            Answer::field($data, 'state'),
            $data['topic'] ?? null,
            $data['wording'] ?? null,
            $data['wording_version'] ?? null,
            Answer::field($data, 'workspace'),
        );
    }
}
