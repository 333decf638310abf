<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One BuiltInKeyword as the api answers it. */
final class BuiltInKeyword
{
    /**
     * @param list<string>|null $countries Where it counts, by ISO 3166-1 alpha-2; null is everywhere.
     * @param string|null $since Since when the law says so.
     */
    public function __construct(
        public readonly string $word,
        public readonly string $kind,
        public readonly ?string $scope,
        public readonly string $language,
        public readonly ?array $countries,
        public readonly string $source,
        public readonly ?string $since,
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
            Answer::field($data, 'word'),
            Answer::field($data, 'kind'),
            $data['scope'] ?? null,
            Answer::field($data, 'language'),
            $data['countries'] ?? null,
            Answer::field($data, 'source'),
            $data['since'] ?? null,
        );
    }
}
