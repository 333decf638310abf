<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One SenderDuty as the api answers it. */
final class SenderDuty
{
    public function __construct(
        public readonly string $country,
        public readonly string $rule,
        public readonly string $unregistered,
        public readonly bool $perNetwork,
        public readonly ?int $idleDays,
        public readonly int $onFile,
        public readonly int $usable,
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
            Answer::field($data, 'country'),
            Answer::field($data, 'rule'),
            Answer::field($data, 'unregistered'),
            Answer::field($data, 'per_network'),
            $data['idle_days'] ?? null,
            Answer::field($data, 'on_file'),
            Answer::field($data, 'usable'),
        );
    }
}
