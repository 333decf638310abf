<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Resource;

use Signalbox\Model\SuppressionView;
use Signalbox\Pages;
use Signalbox\Transport;

/** Calls of `$client->suppressions`. */
final class Suppressions
{
    public function __construct(private readonly Transport $transport)
    {
    }

    /**
     * Suppress an address. From the moment of the answer this address gets nothing of the classes named. An address
     * that is suppressed already takes the new classes and reason.
     * `POST /v1/suppressions`
     *
     * @param 'sms'|'email'|'voice' $channel
     * @param list<'otp'|'transactional'|'marketing'>|null $classes
     */
    public function add(
        string $address,
        string $channel,
        string $reason,
        ?array $classes = null,
        ?float $timeoutSeconds = null,
    ): SuppressionView {
        return SuppressionView::fromArray($this->transport->call(
            'POST',
            '/v1/suppressions',
            body: [
                'address' => $address,
                'channel' => $channel,
                'classes' => $classes,
                'reason' => $reason,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * List suppressed addresses. Newest first. Give `next_cursor` of one page as `cursor` of the next; null means
     * there is no more.
     * `GET /v1/suppressions`
     *
     * @param 'sms'|'email'|'voice'|null $channel
     * @return Pages<SuppressionView>
     */
    public function list(
        ?int $limit = null,
        ?string $cursor = null,
        ?string $channel = null,
        ?string $address = null,
        ?float $timeoutSeconds = null,
    ): Pages {
        return $this->transport->pages(
            SuppressionView::fromArray(...),
            'GET',
            '/v1/suppressions',
            query: [
                'limit' => $limit,
                'cursor' => $cursor,
                'channel' => $channel,
                'address' => $address,
            ],
            timeoutSeconds: $timeoutSeconds,
        );
    }

    /**
     * Lift a suppression. The address may be written to again, as far as consent and the law of its country allow.
     * `DELETE /v1/suppressions/{id}`
     */
    public function remove(
        string $id,
        ?float $timeoutSeconds = null,
    ): void {
        $this->transport->call(
            'DELETE',
            '/v1/suppressions/' . Transport::segment($id),
            timeoutSeconds: $timeoutSeconds,
        );
    }
}
