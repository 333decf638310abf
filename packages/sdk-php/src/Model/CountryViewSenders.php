<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** One CountryViewSenders as the api answers it. */
final class CountryViewSenders
{
    public function __construct(
        public readonly ?CountryViewSendersSms $sms,
        public readonly ?CountryViewSendersEmail $email,
        public readonly ?CountryViewSendersVoice $voice,
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
            isset($data['sms']) ? CountryViewSendersSms::fromArray($data['sms']) : null,
            isset($data['email']) ? CountryViewSendersEmail::fromArray($data['email']) : null,
            isset($data['voice']) ? CountryViewSendersVoice::fromArray($data['voice']) : null,
        );
    }
}
