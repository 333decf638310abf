<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Resource;

use Signalbox\Model\RoutingDecision;
use Signalbox\Transport;

/** Calls of `$client->routing`. */
final class Routing
{
    public function __construct(private readonly Transport $transport)
    {
    }

    /**
     * See how a message would be routed. The routes that would be weighed for this message now, each with its price,
     * its chance and the reason when it is left out. Nothing is sent.
     * `POST /v1/routing/preview`
     *
     * @param 'sms'|'email' $channel
     * @param 'otp'|'transactional'|'marketing' $class
     * @param array{amount_micros: int, currency: string}|null $maxPrice
     */
    public function preview(
        string $to,
        string $channel,
        string $class,
        ?array $maxPrice = null,
        ?float $timeoutSeconds = null,
    ): RoutingDecision {
        return RoutingDecision::fromArray($this->transport->call(
            'POST',
            '/v1/routing/preview',
            body: [
                'to' => $to,
                'channel' => $channel,
                'class' => $class,
                'max_price' => $maxPrice,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }
}
