<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Resource;

use Signalbox\Model\InboundView;
use Signalbox\Pages;
use Signalbox\Transport;

/** Calls of `$client->inbound`. */
final class Inbound
{
    public function __construct(private readonly Transport $transport)
    {
    }

    /**
     * List texts people sent. Newest first, with what was done: a STOP, START, HELP or keyword of yours is obeyed a
     * moment after it came. Give `next_cursor` of one page as `cursor` of the next; null means there is no more.
     * `GET /v1/inbound-messages`
     *
     * @param string|null $from The number that wrote.
     * @return Pages<InboundView>
     */
    public function list(
        ?int $limit = null,
        ?string $cursor = null,
        ?string $from = null,
        ?float $timeoutSeconds = null,
    ): Pages {
        return $this->transport->pages(
            InboundView::fromArray(...),
            'GET',
            '/v1/inbound-messages',
            query: [
                'limit' => $limit,
                'cursor' => $cursor,
                'from' => $from,
            ],
            timeoutSeconds: $timeoutSeconds,
        );
    }

    /**
     * Read a text a person sent. The event `inbound.received` names its id; who wrote and what is read here.
     * `GET /v1/inbound-messages/{id}`
     */
    public function read(
        string $id,
        ?float $timeoutSeconds = null,
    ): InboundView {
        return InboundView::fromArray($this->transport->call(
            'GET',
            '/v1/inbound-messages/' . Transport::segment($id),
            timeoutSeconds: $timeoutSeconds,
        ));
    }
}
