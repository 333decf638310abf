<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One TranslationService as the api answers it. */
final class TranslationService
{
    /**
     * @param string $url Where it is reached: `/languages` and `/translate` are asked behind this address.
     * @param int|null $timeoutMs How long one call may take.
     * @param int|null $dailyRequests Most calls in a day (UTC).
     */
    public function __construct(
        public readonly string $url,
        public readonly ?int $timeoutMs = null,
        public readonly ?int $dailyRequests = null,
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
            Answer::field($data, 'url'),
            $data['timeout_ms'] ?? null,
            $data['daily_requests'] ?? null,
        );
    }
}
