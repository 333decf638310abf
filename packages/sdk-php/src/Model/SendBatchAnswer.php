<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One SendBatchAnswer as the api answers it. */
final class SendBatchAnswer
{
    /**
     * @param list<SendBatchAnswerAccepted> $accepted
     * @param list<SendBatchAnswerRejected> $rejected
     * @param list<SendBatchAnswerWarnings>|null $warnings
     */
    public function __construct(
        public readonly array $accepted,
        public readonly array $rejected,
        public readonly ?array $warnings = null,
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
            array_map(static fn (array $item) => SendBatchAnswerAccepted::fromArray($item), Answer::field($data, 'accepted')),
            array_map(static fn (array $item) => SendBatchAnswerRejected::fromArray($item), Answer::field($data, 'rejected')),
            isset($data['warnings']) ? array_map(static fn (array $item) => SendBatchAnswerWarnings::fromArray($item), $data['warnings']) : null,
        );
    }
}
