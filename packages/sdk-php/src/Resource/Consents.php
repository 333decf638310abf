<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Resource;

use Signalbox\Model\ConsentList;
use Signalbox\Model\ConsentView;
use Signalbox\Transport;

/** Calls of `$client->consents`. */
final class Consents
{
    public function __construct(private readonly Transport $transport)
    {
    }

    /**
     * Record a consent. Adds an entry to the ledger; entries are never changed. The newest entry of an address
     * decides whether marketing may go there.
     * `POST /v1/consents`
     *
     * @param 'sms'|'email' $channel
     * @param 'granted'|'withdrawn' $state
     */
    public function record(
        string $address,
        string $channel,
        string $state,
        string $source,
        ?string $at = null,
        ?float $timeoutSeconds = null,
    ): ConsentView {
        return ConsentView::fromArray($this->transport->call(
            'POST',
            '/v1/consents',
            body: [
                'address' => $address,
                'channel' => $channel,
                'state' => $state,
                'source' => $source,
                'at' => $at,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * List the consent entries of an address. Newest first; the first entry of a channel is the one in force.
     * `GET /v1/consents`
     *
     * @param 'sms'|'email'|null $channel
     */
    public function list(
        string $address,
        ?string $channel = null,
        ?float $timeoutSeconds = null,
    ): ConsentList {
        return ConsentList::fromArray($this->transport->call(
            'GET',
            '/v1/consents',
            query: [
                'address' => $address,
                'channel' => $channel,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }
}
