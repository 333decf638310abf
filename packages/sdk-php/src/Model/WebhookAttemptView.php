<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One WebhookAttemptView as the api answers it. */
final class WebhookAttemptView
{
    /**
     * @param array<string, string> $requestHeaders
     */
    public function __construct(
        public readonly int $n,
        public readonly string $at,
        public readonly int $durationMs,
        public readonly string $url,
        public readonly array $requestHeaders,
        public readonly ?int $status,
        public readonly ?string $failure,
        public readonly ?string $detail,
        public readonly ?string $response,
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
            Answer::field($data, 'n'),
            Answer::field($data, 'at'),
            Answer::field($data, 'duration_ms'),
            Answer::field($data, 'url'),
            Answer::field($data, 'request_headers'),
            $data['status'] ?? null,
            $data['failure'] ?? null,
            $data['detail'] ?? null,
            $data['response'] ?? null,
        );
    }
}
