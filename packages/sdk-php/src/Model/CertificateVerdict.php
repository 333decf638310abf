<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One CertificateVerdict as the api answers it. */
final class CertificateVerdict
{
    public function __construct(
        public readonly bool $genuine,
        public readonly bool $aboutThisAddress,
        public readonly bool $recorded,
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
            Answer::field($data, 'genuine'),
            Answer::field($data, 'about_this_address'),
            Answer::field($data, 'recorded'),
        );
    }
}
