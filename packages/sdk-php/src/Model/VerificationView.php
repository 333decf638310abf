<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One VerificationView as the api answers it. */
final class VerificationView
{
    /**
     * @param list<string> $channels
     * @param list<VerificationViewSends> $sends
     */
    public function __construct(
        public readonly string $id,
        public readonly string $state,
        public readonly string $to,
        public readonly ?string $email,
        public readonly array $channels,
        public readonly string $purpose,
        public readonly string $appName,
        public readonly string $locale,
        public readonly ?string $country,
        public readonly string $environment,
        public readonly int $codeLength,
        public readonly int $tries,
        public readonly int $triesMax,
        public readonly bool $bound,
        public readonly string $assurance,
        public readonly ?VerificationViewReason $reason,
        public readonly ?VerificationBlock $block,
        public readonly array $sends,
        public readonly ?VerificationViewConvertedBy $convertedBy,
        public readonly string $createdAt,
        public readonly string $expiresAt,
        public readonly ?string $approvedAt,
        public readonly ?string $endedAt,
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
            Answer::field($data, 'state'),
            Answer::field($data, 'to'),
            $data['email'] ?? null,
            Answer::field($data, 'channels'),
            Answer::field($data, 'purpose'),
            Answer::field($data, 'app_name'),
            Answer::field($data, 'locale'),
            $data['country'] ?? null,
            Answer::field($data, 'environment'),
            Answer::field($data, 'code_length'),
            Answer::field($data, 'tries'),
            Answer::field($data, 'tries_max'),
            Answer::field($data, 'bound'),
            Answer::field($data, 'assurance'),
            isset($data['reason']) ? VerificationViewReason::fromArray($data['reason']) : null,
            isset($data['block']) ? VerificationBlock::fromArray($data['block']) : null,
            array_map(static fn (array $item) => VerificationViewSends::fromArray($item), Answer::field($data, 'sends')),
            isset($data['converted_by']) ? VerificationViewConvertedBy::fromArray($data['converted_by']) : null,
            Answer::field($data, 'created_at'),
            Answer::field($data, 'expires_at'),
            $data['approved_at'] ?? null,
            $data['ended_at'] ?? null,
        );
    }
}
