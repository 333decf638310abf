<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ErasureAnswer as the api answers it. */
final class ErasureAnswer
{
    public function __construct(
        public readonly PersonRequestView $request,
        public readonly ?ErasureCertificate $certificate,
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
            isset($data['certificate']) ? ErasureCertificate::fromArray($data['certificate']) : null,
        );
    }
}
