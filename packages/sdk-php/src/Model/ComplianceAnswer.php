<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ComplianceAnswer as the api answers it. */
final class ComplianceAnswer
{
    /**
     * @param list<RuleResult> $rules
     * @param list<LegalRuleView> $law
     */
    public function __construct(
        public readonly ?string $country,
        public readonly string $channel,
        public readonly string $class,
        public readonly string $at,
        public readonly bool $allowed,
        public readonly string $state,
        public readonly ?ComplianceAnswerReason $reason,
        public readonly ?string $eligibleAgainAt,
        public readonly ?RuleResult $decidedBy,
        public readonly array $rules,
        public readonly array $law,
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
            $data['country'] ?? null,
            Answer::field($data, 'channel'),
            Answer::field($data, 'class'),
            Answer::field($data, 'at'),
            Answer::field($data, 'allowed'),
            Answer::field($data, 'state'),
            isset($data['reason']) ? ComplianceAnswerReason::fromArray($data['reason']) : null,
            $data['eligible_again_at'] ?? null,
            isset($data['decided_by']) ? RuleResult::fromArray($data['decided_by']) : null,
            array_map(static fn (array $item) => RuleResult::fromArray($item), Answer::field($data, 'rules')),
            array_map(static fn (array $item) => LegalRuleView::fromArray($item), Answer::field($data, 'law')),
        );
    }
}
