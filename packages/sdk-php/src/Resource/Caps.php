<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Resource;

use Signalbox\Model\CapList;
use Signalbox\Model\CapPreview;
use Signalbox\Model\CapView;
use Signalbox\Transport;

/** Calls of `$client->caps`. */
final class Caps
{
    public function __construct(private readonly Transport $transport)
    {
    }

    /**
     * List the frequency caps. The caps of the environment, and beside them those that the law of a country sets.
     * All caps that apply to a message hold, and the strictest wins; those of the law come first. An address is a
     * person: a number and a mail address are counted apart. Several parts of a text, and all tries to send it,
     * count once; what no carrier takes is given back.
     * `GET /v1/caps`
     */
    public function list(
        ?float $timeoutSeconds = null,
    ): CapList {
        return CapList::fromArray($this->transport->call(
            'GET',
            '/v1/caps',
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Add a frequency cap. From the answer on no message is decided without it. All caps that apply to a message
     * hold, and the strictest wins; those of the law come first. An address is a person: a number and a mail address
     * are counted apart. Several parts of a text, and all tries to send it, count once; what no carrier takes is
     * given back.
     * `POST /v1/caps`
     *
     * @param list<'sms'|'email'|'voice'>|null $channels Null is every channel.
     * @param list<'otp'|'transactional'|'marketing'>|null $classes What the cap holds for.
     * @param list<'otp'|'transactional'|'marketing'>|null $alsoCounts Classes that use the cap up and are never stopped by it, such as `transactional`.
     * @param array{templates?: list<string>, metadata?: array{key: string, value: string}}|null $scope Which messages are counted.
     * @param int|null $limit Most messages to one address in the window.
     * @param int|null $rollingSeconds The window is the last so many seconds.
     * @param 'day'|'week'|'month'|null $calendar The window is a day, a week or a month where the recipient is; in the time zone of the workspace where that is not known.
     * @param int|null $minGapSeconds Least time between two messages to one address.
     * @param int|null $kept So many of `limit` are kept for the messages of `kept_for`.
     * @param array{templates?: list<string>, metadata?: array{key: string, value: string}}|null $keptFor The messages that matter more. Needed with `kept`.
     * @param 'drop'|'defer'|null $overLimit A message over the cap is dropped as `suppressed`, or waits as `held` until it fits and is judged afresh then. What would fit only after its validity, and a code, is dropped.
     */
    public function add(
        string $name,
        ?bool $enabled = null,
        ?array $channels = null,
        ?array $classes = null,
        ?array $alsoCounts = null,
        ?array $scope = null,
        ?int $limit = null,
        ?int $rollingSeconds = null,
        ?string $calendar = null,
        ?int $minGapSeconds = null,
        ?int $kept = null,
        ?array $keptFor = null,
        ?string $overLimit = null,
        ?float $timeoutSeconds = null,
    ): CapView {
        return CapView::fromArray($this->transport->call(
            'POST',
            '/v1/caps',
            body: [
                'name' => $name,
                'enabled' => $enabled,
                'channels' => $channels,
                'classes' => $classes,
                'also_counts' => $alsoCounts,
                'scope' => $scope,
                'limit' => $limit,
                'rolling_seconds' => $rollingSeconds,
                'calendar' => $calendar,
                'min_gap_seconds' => $minGapSeconds,
                'kept' => $kept,
                'kept_for' => $keptFor,
                'over_limit' => $overLimit,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Try a frequency cap on last week. How many of the messages that went in the last seven days would have been
     * over a cap, as if each of those had been dropped. Nothing is stored.
     * `POST /v1/caps/preview`
     *
     * @param list<'sms'|'email'|'voice'>|null $channels Null is every channel.
     * @param list<'otp'|'transactional'|'marketing'>|null $classes What the cap holds for.
     * @param list<'otp'|'transactional'|'marketing'>|null $alsoCounts Classes that use the cap up and are never stopped by it, such as `transactional`.
     * @param array{templates?: list<string>, metadata?: array{key: string, value: string}}|null $scope Which messages are counted.
     * @param int|null $limit Most messages to one address in the window.
     * @param int|null $rollingSeconds The window is the last so many seconds.
     * @param 'day'|'week'|'month'|null $calendar The window is a day, a week or a month where the recipient is; in the time zone of the workspace where that is not known.
     * @param int|null $minGapSeconds Least time between two messages to one address.
     * @param int|null $kept So many of `limit` are kept for the messages of `kept_for`.
     * @param array{templates?: list<string>, metadata?: array{key: string, value: string}}|null $keptFor The messages that matter more. Needed with `kept`.
     * @param 'drop'|'defer'|null $overLimit A message over the cap is dropped as `suppressed`, or waits as `held` until it fits and is judged afresh then. What would fit only after its validity, and a code, is dropped.
     */
    public function preview(
        string $name,
        ?bool $enabled = null,
        ?array $channels = null,
        ?array $classes = null,
        ?array $alsoCounts = null,
        ?array $scope = null,
        ?int $limit = null,
        ?int $rollingSeconds = null,
        ?string $calendar = null,
        ?int $minGapSeconds = null,
        ?int $kept = null,
        ?array $keptFor = null,
        ?string $overLimit = null,
        ?float $timeoutSeconds = null,
    ): CapPreview {
        return CapPreview::fromArray($this->transport->call(
            'POST',
            '/v1/caps/preview',
            body: [
                'name' => $name,
                'enabled' => $enabled,
                'channels' => $channels,
                'classes' => $classes,
                'also_counts' => $alsoCounts,
                'scope' => $scope,
                'limit' => $limit,
                'rolling_seconds' => $rollingSeconds,
                'calendar' => $calendar,
                'min_gap_seconds' => $minGapSeconds,
                'kept' => $kept,
                'kept_for' => $keptFor,
                'over_limit' => $overLimit,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Set a frequency cap. Sets a cap as a whole. What was counted by it stays counted, and messages that wait for
     * it are judged afresh at once. `enabled: false` switches it off.
     * `PUT /v1/caps/{id}`
     *
     * @param list<'sms'|'email'|'voice'>|null $channels Null is every channel.
     * @param list<'otp'|'transactional'|'marketing'>|null $classes What the cap holds for.
     * @param list<'otp'|'transactional'|'marketing'>|null $alsoCounts Classes that use the cap up and are never stopped by it, such as `transactional`.
     * @param array{templates?: list<string>, metadata?: array{key: string, value: string}}|null $scope Which messages are counted.
     * @param int|null $limit Most messages to one address in the window.
     * @param int|null $rollingSeconds The window is the last so many seconds.
     * @param 'day'|'week'|'month'|null $calendar The window is a day, a week or a month where the recipient is; in the time zone of the workspace where that is not known.
     * @param int|null $minGapSeconds Least time between two messages to one address.
     * @param int|null $kept So many of `limit` are kept for the messages of `kept_for`.
     * @param array{templates?: list<string>, metadata?: array{key: string, value: string}}|null $keptFor The messages that matter more. Needed with `kept`.
     * @param 'drop'|'defer'|null $overLimit A message over the cap is dropped as `suppressed`, or waits as `held` until it fits and is judged afresh then. What would fit only after its validity, and a code, is dropped.
     */
    public function set(
        string $id,
        string $name,
        ?bool $enabled = null,
        ?array $channels = null,
        ?array $classes = null,
        ?array $alsoCounts = null,
        ?array $scope = null,
        ?int $limit = null,
        ?int $rollingSeconds = null,
        ?string $calendar = null,
        ?int $minGapSeconds = null,
        ?int $kept = null,
        ?array $keptFor = null,
        ?string $overLimit = null,
        ?float $timeoutSeconds = null,
    ): CapView {
        return CapView::fromArray($this->transport->call(
            'PUT',
            '/v1/caps/' . Transport::segment($id),
            body: [
                'name' => $name,
                'enabled' => $enabled,
                'channels' => $channels,
                'classes' => $classes,
                'also_counts' => $alsoCounts,
                'scope' => $scope,
                'limit' => $limit,
                'rolling_seconds' => $rollingSeconds,
                'calendar' => $calendar,
                'min_gap_seconds' => $minGapSeconds,
                'kept' => $kept,
                'kept_for' => $keptFor,
                'over_limit' => $overLimit,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Remove a frequency cap. Messages that wait for it are judged afresh at once.
     * `DELETE /v1/caps/{id}`
     */
    public function remove(
        string $id,
        ?float $timeoutSeconds = null,
    ): void {
        $this->transport->call(
            'DELETE',
            '/v1/caps/' . Transport::segment($id),
            timeoutSeconds: $timeoutSeconds,
        );
    }
}
