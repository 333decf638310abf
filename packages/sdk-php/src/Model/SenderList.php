<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One SenderList as the api answers it. */
final class SenderList
{
    /**
     * @param list<SenderView> $data
     * @param list<SenderDuty> $duties
     */
    public function __construct(
        public readonly array $data,
        public readonly array $duties,
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
            array_map(static fn (array $item) => SenderView::fromArray($item), Answer::field($data, 'data')),
            array_map(static fn (array $item) => SenderDuty::fromArray($item), Answer::field($data, 'duties')),
        );
    }
}
