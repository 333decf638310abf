<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One CapView as the api answers it. */
final class CapView
{
    /**
     * @param list<string>|null $channels Null is every channel.
     * @param list<string>|null $classes What the cap holds for.
     * @param list<string>|null $alsoCounts Classes that use the cap up and are never stopped by it, such as `transactional`.
     * @param CapScope|null $scope Which messages are counted.
     * @param int|null $limit Most messages to one address in the window.
     * @param int|null $rollingSeconds The window is the last so many seconds.
     * @param string|null $calendar The window is a day, a week or a month where the recipient is; in the time zone of the workspace where that is not known.
     * @param int|null $minGapSeconds Least time between two messages to one address.
     * @param int|null $kept So many of `limit` are kept for the messages of `kept_for`.
     * @param CapScope|null $keptFor The messages that matter more. Needed with `kept`.
     * @param string|null $overLimit A message over the cap is dropped as `suppressed`, or waits as `held` until it fits and is judged afresh then. What would fit only after its validity, and a code, is dropped.
     */
    public function __construct(
        public readonly string $id,
        public readonly string $name,
        public readonly int $version,
        public readonly string $updatedAt,
        public readonly ?bool $enabled = null,
        public readonly ?array $channels = null,
        public readonly ?array $classes = null,
        public readonly ?array $alsoCounts = null,
        public readonly ?CapScope $scope = null,
        public readonly ?int $limit = null,
        public readonly ?int $rollingSeconds = null,
        public readonly ?string $calendar = null,
        public readonly ?int $minGapSeconds = null,
        public readonly ?int $kept = null,
        public readonly ?CapScope $keptFor = null,
        public readonly ?string $overLimit = null,
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
            Answer::field($data, 'name'),
            Answer::field($data, 'version'),
            Answer::field($data, 'updated_at'),
            $data['enabled'] ?? null,
            $data['channels'] ?? null,
            $data['classes'] ?? null,
            $data['also_counts'] ?? null,
            isset($data['scope']) ? CapScope::fromArray($data['scope']) : null,
            $data['limit'] ?? null,
            $data['rolling_seconds'] ?? null,
            $data['calendar'] ?? null,
            $data['min_gap_seconds'] ?? null,
            $data['kept'] ?? null,
            isset($data['kept_for']) ? CapScope::fromArray($data['kept_for']) : null,
            $data['over_limit'] ?? null,
        );
    }
}
