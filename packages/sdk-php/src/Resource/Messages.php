<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Resource;

use Signalbox\Model\MessageView;
use Signalbox\Model\SendBatchAnswer;
use Signalbox\Model\SendMessageAnswer;
use Signalbox\Model\Timeline;
use Signalbox\Pages;
use Signalbox\Transport;

/** Calls of `$client->messages`. */
final class Messages
{
    public function __construct(private readonly Transport $transport)
    {
    }

    /**
     * Send a message. Takes one message for one recipient. The answer 202 means it is stored durably; the timeline
     * tells what becomes of it. Send an Idempotency-Key so that a call can be repeated safely.
     * `POST /v1/messages`
     *
     * @param 'sms'|'email' $channel
     * @param array{text: string}|array{subject: string, text?: string, html?: string} $content
     * @param 'otp'|'transactional'|'marketing' $class
     * @param array{amount_micros: int, currency: string}|null $maxPrice
     * @param array<string, string>|null $metadata
     */
    public function send(
        string $channel,
        array $content,
        string $to,
        string $class,
        ?string $from = null,
        ?string $clientRef = null,
        ?string $sendAt = null,
        ?int $validForSeconds = null,
        ?array $maxPrice = null,
        ?array $metadata = null,
        ?string $idempotencyKey = null,
        ?float $timeoutSeconds = null,
    ): SendMessageAnswer {
        return SendMessageAnswer::fromArray($this->transport->call(
            'POST',
            '/v1/messages',
            body: [
                'channel' => $channel,
                'content' => $content,
                'to' => $to,
                'class' => $class,
                'from' => $from,
                'client_ref' => $clientRef,
                'send_at' => $sendAt,
                'valid_for_seconds' => $validForSeconds,
                'max_price' => $maxPrice,
                'metadata' => $metadata === null ? null : (object) $metadata,
            ],
            takesKey: true,
            idempotencyKey: $idempotencyKey,
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * List messages. Newest first. Give `next_cursor` of one page as `cursor` of the next; null means there is no
     * more.
     * `GET /v1/messages`
     *
     * @param 'accepted'|'scheduled'|'held'|'queued'|'sending'|'sent'|'delivered'|'undelivered'|'failed'|'expired'|'unknown'|'suppressed'|'canceled'|null $state
     * @param 'sms'|'email'|null $channel
     * @param 'otp'|'transactional'|'marketing'|null $class
     * @return Pages<MessageView>
     */
    public function list(
        ?int $limit = null,
        ?string $cursor = null,
        ?string $state = null,
        ?string $channel = null,
        ?string $class = null,
        ?string $to = null,
        ?string $country = null,
        ?string $clientRef = null,
        ?string $reason = null,
        ?string $routeId = null,
        ?string $acceptedAfter = null,
        ?string $acceptedBefore = null,
        ?float $timeoutSeconds = null,
    ): Pages {
        return $this->transport->pages(
            MessageView::fromArray(...),
            'GET',
            '/v1/messages',
            query: [
                'limit' => $limit,
                'cursor' => $cursor,
                'state' => $state,
                'channel' => $channel,
                'class' => $class,
                'to' => $to,
                'country' => $country,
                'client_ref' => $clientRef,
                'reason' => $reason,
                'route_id' => $routeId,
                'accepted_after' => $acceptedAfter,
                'accepted_before' => $acceptedBefore,
            ],
            timeoutSeconds: $timeoutSeconds,
        );
    }

    /**
     * Send up to 1000 messages. Takes many messages in one call. Each is judged by itself: the answer lists the ids
     * of those stored and, by index, why the others were refused.
     * `POST /v1/messages/batch`
     *
     * @param list<array{channel: 'sms'|'email', content: array{text: string}|array{subject: string, text?: string, html?: string}, to: string, class: 'otp'|'transactional'|'marketing', from?: string, client_ref?: string, send_at?: string, valid_for_seconds?: int, max_price?: array{amount_micros: int, currency: string}, metadata?: array<string, string>}> $messages
     */
    public function sendBatch(
        array $messages,
        ?string $idempotencyKey = null,
        ?float $timeoutSeconds = null,
    ): SendBatchAnswer {
        return SendBatchAnswer::fromArray($this->transport->call(
            'POST',
            '/v1/messages/batch',
            body: [
                'messages' => $messages,
            ],
            takesKey: true,
            idempotencyKey: $idempotencyKey,
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Read a message. The present state of one message, with its route, provider and price once they are known.
     * `GET /v1/messages/{id}`
     */
    public function get(
        string $id,
        ?float $timeoutSeconds = null,
    ): MessageView {
        return MessageView::fromArray($this->transport->call(
            'GET',
            '/v1/messages/' . Transport::segment($id),
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Read what happened to a message, and why. Every step in order: the rules that were asked, the routes that were
     * weighed with their reasons, each attempt, each receipt.
     * `GET /v1/messages/{id}/timeline`
     */
    public function getTimeline(
        string $id,
        ?float $timeoutSeconds = null,
    ): Timeline {
        return Timeline::fromArray($this->transport->call(
            'GET',
            '/v1/messages/' . Transport::segment($id) . '/timeline',
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Cancel a message. Stops a message that no attempt has been claimed for. Takes no body.
     * `POST /v1/messages/{id}/cancel`
     */
    public function cancel(
        string $id,
        ?float $timeoutSeconds = null,
    ): MessageView {
        return MessageView::fromArray($this->transport->call(
            'POST',
            '/v1/messages/' . Transport::segment($id) . '/cancel',
            timeoutSeconds: $timeoutSeconds,
        ));
    }
}
