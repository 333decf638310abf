<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One RegistryView as the api answers it. */
final class RegistryView
{
    /**
     * @param list<string> $channels
     */
    public function __construct(
        public readonly string $key,
        public readonly int $version,
        public readonly string $name,
        public readonly bool $enabled,
        public readonly ?string $country,
        public readonly array $channels,
        public readonly string $meaning,
        public readonly string $unanswered,
        public readonly RegistryService $service,
        public readonly bool $secretStored,
        public readonly int $askedToday,
        public readonly int $spentTodayMicros,
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
            Answer::field($data, 'key'),
            Answer::field($data, 'version'),
            Answer::field($data, 'name'),
            Answer::field($data, 'enabled'),
            $data['country'] ?? null,
            Answer::field($data, 'channels'),
            Answer::field($data, 'meaning'),
            Answer::field($data, 'unanswered'),
            RegistryService::fromArray(Answer::field($data, 'service')),
            Answer::field($data, 'secret_stored'),
            Answer::field($data, 'asked_today'),
            Answer::field($data, 'spent_today_micros'),
        );
    }
}
