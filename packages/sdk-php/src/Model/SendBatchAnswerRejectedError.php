<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One SendBatchAnswerRejectedError as the api answers it. */
final class SendBatchAnswerRejectedError
{
    /**
     * @param list<SendBatchAnswerRejectedErrorErrors> $errors
     */
    public function __construct(
        public readonly string $code,
        public readonly string $message,
        public readonly array $errors,
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
            Answer::field($data, 'code'),
            Answer::field($data, 'message'),
            array_map(static fn (array $item) => SendBatchAnswerRejectedErrorErrors::fromArray($item), Answer::field($data, 'errors')),
        );
    }
}
