<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** One CountryViewSendersSms as the api answers it. */
final class CountryViewSendersSms
{
    /**
     * @param list<string>|null $allowed
     */
    public function __construct(
        public readonly ?string $default,
        public readonly ?array $allowed,
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
            $data['default'] ?? null,
            $data['allowed'] ?? null,
        );
    }
}
