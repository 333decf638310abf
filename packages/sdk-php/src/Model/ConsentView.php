<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ConsentView as the api answers it. */
final class ConsentView
{
    /**
     * @param array<string, mixed>|null $proof
     */
    public function __construct(
        public readonly string $id,
        public readonly string $address,
        public readonly string $channel,
        public readonly string $environment,
        public readonly string $state,
        public readonly string $source,
        public readonly string $at,
        public readonly string $recordedAt,
        public readonly string $purpose,
        public readonly ?string $topic,
        public readonly ?string $listId,
        public readonly ?string $locale,
        public readonly ?ConsentViewWording $wording,
        public readonly ?string $jurisdiction,
        public readonly ?array $proof,
        public readonly int $seq,
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
            Answer::field($data, 'address'),
            Answer::field($data, 'channel'),
            Answer::field($data, 'environment'),
            Answer::field($data, 'state'),
            Answer::field($data, 'source'),
            Answer::field($data, 'at'),
            Answer::field($data, 'recorded_at'),
            Answer::field($data, 'purpose'),
            $data['topic'] ?? null,
            $data['list_id'] ?? null,
            $data['locale'] ?? null,
            isset($data['wording']) ? ConsentViewWording::fromArray($data['wording']) : null,
            $data['jurisdiction'] ?? null,
            $data['proof'] ?? null,
            Answer::field($data, 'seq'),
            Answer::field($data, 'hash'),
        );
    }
}
