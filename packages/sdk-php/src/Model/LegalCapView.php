<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One LegalCapView as the api answers it. */
final class LegalCapView
{
    /**
     * @param list<string> $channels
     * @param list<string> $classes
     * @param bool $identical Only messages of the same text count.
     * @param list<string> $sources
     */
    public function __construct(
        public readonly string $rule,
        public readonly string $country,
        public readonly array $channels,
        public readonly array $classes,
        public readonly int $limit,
        public readonly int $rollingSeconds,
        public readonly bool $identical,
        public readonly string $confidence,
        public readonly array $sources,
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
            Answer::field($data, 'country'),
            Answer::field($data, 'channels'),
            Answer::field($data, 'classes'),
            Answer::field($data, 'limit'),
            Answer::field($data, 'rolling_seconds'),
            Answer::field($data, 'identical'),
            Answer::field($data, 'confidence'),
            Answer::field($data, 'sources'),
        );
    }
}
