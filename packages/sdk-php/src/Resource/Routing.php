<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Resource;

use Signalbox\Model\RoutingPreview;
use Signalbox\Transport;

/** Calls of `$client->routing`. */
final class Routing
{
    public function __construct(private readonly Transport $transport)
    {
    }

    /**
     * See how a message would be routed. Takes the body of a send, whose content may be left out, and sends nothing.
     * The answer tells, now or for the time of `send_at`: what each rule of policy says, quiet hours and caps
     * included; the routes that would be weighed, each with its price, its chance and the reason when it is left
     * out; and the state the message would be in. With `channels` it tells so of each in its order, and in
     * `follow_ups` what would make the next one go.
     * `POST /v1/routing/preview`
     *
     * @param 'otp'|'transactional'|'marketing' $class
     * @param string|array{sms?: string, email?: string} $to
     * @param 'sms'|'email'|null $channel
     * @param array{text: string}|array{subject: string, text?: string, html?: string}|array{text?: string, subject?: string, html?: string, sms?: array{text: string}, email?: array{subject: string, text?: string, html?: string}}|null $content
     * @param array{amount_micros: int, currency?: string}|null $maxPrice The most this message may cost, all of its parts together; over several channels, the most of each. A route above it is not a candidate. Without a currency the default currency of the workspace is meant.
     * @param array<string, string>|null $metadata
     * @param string|array{sms?: string, email?: string}|null $from
     * @param bool|null $explain With true the answer carries the routing decision the message meets now.
     * @param array{key: string, locale?: string, variables?: array<string, mixed>}|null $template In place of `content`: what the message says, by a template.
     * @param list<'sms'|'email'>|null $channels In the order they are used; each once.
     * @param 'failover'|'parallel'|null $mode `failover`: the next channel goes when the one before it ends without delivery, or has no receipt in time. A provider that sends no receipts, such as a mail server, ends it by taking the message: what follows a mail is a refusal, or a failure that is reported within that time, not the want of a receipt. `parallel`: all go at once.
     * @param int|null $channelTimeoutSeconds For failover: without a receipt within this time the next channel goes. Left out: 30 for otp, 300 for transactional, 3600 for marketing, and never more than the share of a channel in the validity.
     */
    public function preview(
        string $class,
        string|array $to,
        ?string $channel = null,
        ?array $content = null,
        ?string $clientRef = null,
        ?string $sendAt = null,
        ?int $validForSeconds = null,
        ?array $maxPrice = null,
        ?array $metadata = null,
        string|array|null $from = null,
        ?bool $explain = null,
        ?array $template = null,
        ?array $channels = null,
        ?string $mode = null,
        ?int $channelTimeoutSeconds = null,
        ?float $timeoutSeconds = null,
    ): RoutingPreview {
        return RoutingPreview::fromArray($this->transport->call(
            'POST',
            '/v1/routing/preview',
            body: [
                'channel' => $channel,
                'content' => $content,
                'class' => $class,
                'client_ref' => $clientRef,
                'send_at' => $sendAt,
                'valid_for_seconds' => $validForSeconds,
                'max_price' => $maxPrice,
                'metadata' => $metadata === null ? null : (object) $metadata,
                'to' => $to,
                'from' => $from,
                'explain' => $explain,
                'template' => $template,
                'channels' => $channels,
                'mode' => $mode,
                'channel_timeout_seconds' => $channelTimeoutSeconds,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }
}
