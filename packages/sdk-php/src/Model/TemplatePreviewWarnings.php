<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One TemplatePreviewWarnings as the api answers it. */
final class TemplatePreviewWarnings
{
    /**
     * @param int|null $line The line of the source, counted from 1; null where no one line is at fault.
     */
    public function __construct(
        public readonly string $path,
        public readonly string $code,
        public readonly string $message,
        public readonly ?int $line,
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
            Answer::field($data, 'path'),
            Answer::field($data, 'code'),
            Answer::field($data, 'message'),
            $data['line'] ?? null,
        );
    }
}
