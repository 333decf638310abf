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
     * Send a message. Takes one message for one person, over one channel or several. The answer 202 means it is
     * stored durably; the timeline tells what becomes of it. With `channels` and mode `failover` the next channel
     * goes when the one before it ends without delivery or has no receipt in time; with `parallel` all go at once.
     * Send an Idempotency-Key so that a call can be repeated safely.
     * `POST /v1/messages`
     *
     * @param 'otp'|'transactional'|'marketing' $class
     * @param string|array{sms?: string, email?: string, voice?: string} $to
     * @param 'sms'|'email'|'voice'|null $channel
     * @param array{text: string}|array{subject: string, text?: string, html?: string}|array{text: string, locale: string}|array{text?: string, subject?: string, html?: string, locale?: string, sms?: array{text: string}, email?: array{subject: string, text?: string, html?: string}, voice?: array{text: string, locale: string}}|null $content
     * @param array{amount_micros: int, currency?: string}|null $maxPrice The most this message may cost, all of its parts together; over several channels, the most of each. A route above it is not a candidate. Without a currency the default currency of the workspace is meant.
     * @param array<string, string>|null $metadata
     * @param string|null $topic What marketing is about, one of `GET /v1/topics`: the consent to that topic is judged, and who refused it gets nothing of it. Left out, the topic of the template counts, and without one any consent to marketing.
     * @param string|array{sms?: string, email?: string, voice?: string}|null $from
     * @param bool|null $explain With true the answer carries the routing decision the message meets now.
     * @param array{key: string, locale?: string, variables?: array<string, mixed>}|null $template In place of `content`: what the message says, by a template.
     * @param list<'sms'|'email'|'voice'>|null $channels In the order they are used; each once.
     * @param 'failover'|'parallel'|null $mode `failover`: the next channel goes when the one before it ends without delivery, or has no receipt in time. A provider that sends no receipts, such as a mail server, ends it by taking the message: what follows a mail is a refusal, or a failure that is reported within that time, not the want of a receipt. `parallel`: all go at once.
     * @param int|null $channelTimeoutSeconds For failover: without a receipt within this time the next channel goes. Left out: 30 for otp, 300 for transactional, 3600 for marketing, and never more than the share of a channel in the validity.
     */
    public function send(
        string $class,
        string|array $to,
        ?string $channel = null,
        ?array $content = null,
        ?string $clientRef = null,
        ?string $sendAt = null,
        ?int $validForSeconds = null,
        ?array $maxPrice = null,
        ?array $metadata = null,
        ?string $topic = null,
        string|array|null $from = null,
        ?bool $explain = null,
        ?array $template = null,
        ?array $channels = null,
        ?string $mode = null,
        ?int $channelTimeoutSeconds = null,
        ?string $idempotencyKey = null,
        ?float $timeoutSeconds = null,
    ): SendMessageAnswer {
        return SendMessageAnswer::fromArray($this->transport->call(
            'POST',
            '/v1/messages',
            body: [
                'channel' => $channel,
                'content' => $content,
                'class' => $class,
                'client_ref' => $clientRef,
                'send_at' => $sendAt,
                'valid_for_seconds' => $validForSeconds,
                'max_price' => $maxPrice,
                'metadata' => $metadata === null ? null : (object) $metadata,
                'topic' => $topic,
                'to' => $to,
                'from' => $from,
                'explain' => $explain,
                'template' => $template,
                'channels' => $channels,
                'mode' => $mode,
                'channel_timeout_seconds' => $channelTimeoutSeconds,
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
     * @param 'sms'|'email'|'voice'|null $channel
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
     * of those stored and, by index, why the others were refused. An item may carry an idempotency_key of its own,
     * so that a later batch does not send it again.
     * `POST /v1/messages/batch`
     *
     * @param list<array{channel?: 'sms'|'email', content?: array{text: string}|array{subject: string, text?: string, html?: string}|array{text?: string, subject?: string, html?: string, locale?: string, sms?: array{text: string}, email?: array{subject: string, text?: string, html?: string}, voice?: array{text: string, locale: string}}, class: 'otp'|'transactional'|'marketing', client_ref?: string, send_at?: string, valid_for_seconds?: int, max_price?: array{amount_micros: int, currency?: string}, metadata?: array<string, string>, topic?: string, to: string|array{sms?: string, email?: string, voice?: string}, from?: string|array{sms?: string, email?: string, voice?: string}, template?: array{key: string, locale?: string, variables?: array<string, mixed>}, idempotency_key?: string, channels?: list<'sms'|'email'|'voice'>, mode?: 'failover'|'parallel', channel_timeout_seconds?: int}> $messages
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
     * Cancel a message. Stops a message that no attempt has been claimed for. The first message of a send over
     * several channels stands for all of them: what of it has not gone is stopped. Takes no body.
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
