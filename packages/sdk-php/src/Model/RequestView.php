<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One RequestView as the api answers it. */
final class RequestView
{
    /**
     * @param list<string> $messageIds
     */
    public function __construct(
        public readonly string $id,
        public readonly string $at,
        public readonly string $environment,
        public readonly string $method,
        public readonly string $path,
        public readonly string $operation,
        public readonly int $status,
        public readonly string $outcome,
        public readonly ?string $error,
        public readonly float $durationMs,
        public readonly bool $replayed,
        public readonly ?RequestViewApiKey $apiKey,
        public readonly string $address,
        public readonly mixed $query,
        public readonly RequestViewRequest $request,
        public readonly RequestViewAnswer $answer,
        public readonly array $messageIds,
        public readonly int $notKeptBefore,
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
            Answer::field($data, 'at'),
            Answer::field($data, 'environment'),
            Answer::field($data, 'method'),
            Answer::field($data, 'path'),
            Answer::field($data, 'operation'),
            Answer::field($data, 'status'),
            Answer::field($data, 'outcome'),
            $data['error'] ?? null,
            (float) Answer::field($data, 'duration_ms'),
            Answer::field($data, 'replayed'),
            isset($data['api_key']) ? RequestViewApiKey::fromArray($data['api_key']) : null,
            Answer::field($data, 'address'),
            Answer::field($data, 'query'),
            RequestViewRequest::fromArray(Answer::field($data, 'request')),
            RequestViewAnswer::fromArray(Answer::field($data, 'answer')),
            Answer::field($data, 'message_ids'),
            Answer::field($data, 'not_kept_before'),
        );
    }
}
