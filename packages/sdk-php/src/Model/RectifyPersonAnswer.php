<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One RectifyPersonAnswer as the api answers it. */
final class RectifyPersonAnswer
{
    public function __construct(
        public readonly PersonRequestView $request,
        public readonly ?CarriedToAddress $carried,
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
            PersonRequestView::fromArray(Answer::field($data, 'request')),
            isset($data['carried']) ? CarriedToAddress::fromArray($data['carried']) : null,
        );
    }
}
