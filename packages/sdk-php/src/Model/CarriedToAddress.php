<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One CarriedToAddress as the api answers it. */
final class CarriedToAddress
{
    /**
     * @param list<string> $suppressedClasses
     */
    public function __construct(
        public readonly int $consents,
        public readonly int $withdrawals,
        public readonly int $lists,
        public readonly bool $hours,
        public readonly array $suppressedClasses,
        public readonly ?string $restrictionId,
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
            Answer::field($data, 'consents'),
            Answer::field($data, 'withdrawals'),
            Answer::field($data, 'lists'),
            Answer::field($data, 'hours'),
            Answer::field($data, 'suppressed_classes'),
            $data['restriction_id'] ?? null,
        );
    }
}
