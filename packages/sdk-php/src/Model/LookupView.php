<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One LookupView as the api answers it. */
final class LookupView
{
    /**
     * @param list<LookupRule> $rules
     * @param array<string, int> $waitsMs
     * @param list<LookupDay> $days
     */
    public function __construct(
        public readonly int $version,
        public readonly bool $enabled,
        public readonly ?LookupService $service,
        public readonly bool $secretStored,
        public readonly array $rules,
        public readonly array $waitsMs,
        public readonly array $days,
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
            Answer::field($data, 'version'),
            Answer::field($data, 'enabled'),
            isset($data['service']) ? LookupService::fromArray($data['service']) : null,
            Answer::field($data, 'secret_stored'),
            array_map(static fn (array $item) => LookupRule::fromArray($item), Answer::field($data, 'rules')),
            Answer::field($data, 'waits_ms'),
            array_map(static fn (array $item) => LookupDay::fromArray($item), Answer::field($data, 'days')),
        );
    }
}
