<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One KeptTables as the api answers it. */
final class KeptTables
{
    /**
     * @param list<string> $purposes
     * @param list<DataRecipient> $recipients
     * @param list<KeptTable> $data
     */
    public function __construct(
        public readonly string $madeAt,
        public readonly string $environment,
        public readonly string $organisation,
        public readonly string $workspace,
        public readonly ?string $homeRegion,
        public readonly array $purposes,
        public readonly array $recipients,
        public readonly array $data,
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
            Answer::field($data, 'made_at'),
            Answer::field($data, 'environment'),
            Answer::field($data, 'organisation'),
            Answer::field($data, 'workspace'),
            $data['home_region'] ?? null,
            Answer::field($data, 'purposes'),
            array_map(static fn (array $item) => DataRecipient::fromArray($item), Answer::field($data, 'recipients')),
            array_map(static fn (array $item) => KeptTable::fromArray($item), Answer::field($data, 'data')),
        );
    }
}
