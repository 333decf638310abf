<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** One MessageViewContent as the api answers it. */
final class MessageViewContent
{
    /**
     * @param string|null $locale The language it is read aloud in (BCP 47), such as es or pt-BR.
     */
    public function __construct(
        public readonly ?string $text = null,
        public readonly ?string $locale = null,
        public readonly ?string $subject = null,
        public readonly ?string $html = null,
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
            $data['text'] ?? null,
            $data['locale'] ?? null,
            $data['subject'] ?? null,
            $data['html'] ?? null,
        );
    }
}
