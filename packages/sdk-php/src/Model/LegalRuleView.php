<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One LegalRuleView as the api answers it. */
final class LegalRuleView
{
    /**
     * @param list<string> $channels
     * @param list<string> $classes
     * @param list<ReadingView> $readings
     * @param list<WordListView> $lists
     */
    public function __construct(
        public readonly string $id,
        public readonly string $topic,
        public readonly array $channels,
        public readonly array $classes,
        public readonly ?string $from,
        public readonly ?string $until,
        public readonly string $confidence,
        public readonly array $readings,
        public readonly string $inUse,
        public readonly bool $answerable,
        public readonly ?RuleAnswerView $answer,
        public readonly array $lists,
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
            Answer::field($data, 'topic'),
            Answer::field($data, 'channels'),
            Answer::field($data, 'classes'),
            $data['from'] ?? null,
            $data['until'] ?? null,
            Answer::field($data, 'confidence'),
            array_map(static fn (array $item) => ReadingView::fromArray($item), Answer::field($data, 'readings')),
            Answer::field($data, 'in_use'),
            Answer::field($data, 'answerable'),
            isset($data['answer']) ? RuleAnswerView::fromArray($data['answer']) : null,
            array_map(static fn (array $item) => WordListView::fromArray($item), Answer::field($data, 'lists')),
        );
    }
}
