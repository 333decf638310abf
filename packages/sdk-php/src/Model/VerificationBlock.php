<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One VerificationBlock as the api answers it. */
final class VerificationBlock
{
    /**
     * @param string|null $prefix The numbers that are closed to codes; null for a limit of money.
     * @param string|null $prefixId The listed prefix, null when none was listed yet; to lift by `DELETE /v1/fraud/prefixes/{id}`. To let this number alone through, list it whole with the action `allow`.
     */
    public function __construct(
        public readonly string $rule,
        public readonly ?string $prefix,
        public readonly ?string $prefixId,
        public readonly string $text,
        public readonly ?BlockEvidence $evidence,
        public readonly ?VerificationBlockSpend $spend,
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
            Answer::field($data, 'rule'),
            $data['prefix'] ?? null,
            $data['prefix_id'] ?? null,
            Answer::field($data, 'text'),
            isset($data['evidence']) ? BlockEvidence::fromArray($data['evidence']) : null,
            isset($data['spend']) ? VerificationBlockSpend::fromArray($data['spend']) : null,
        );
    }
}
