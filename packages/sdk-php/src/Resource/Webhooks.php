<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Resource;

use Signalbox\Model\ListWebhooksAnswer;
use Signalbox\Model\ReplayView;
use Signalbox\Model\WebhookDeliveryView;
use Signalbox\Model\WebhookView;
use Signalbox\Model\WebhookWithSecret;
use Signalbox\Pages;
use Signalbox\Transport;

/** Calls of `$client->webhooks`. */
final class Webhooks
{
    public function __construct(private readonly Transport $transport)
    {
    }

    /**
     * Add a webhook endpoint. Events are posted as JSON and signed by the Standard Webhooks specification:
     * HMAC-SHA256 over `webhook-id`, `webhook-timestamp` and the body, joined by dots, with the bytes behind
     * `whsec_`. Answer 2xx within 15 seconds and with less than 64 KiB; everything else, also a redirect, is tried
     * again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h and 10 h under the same `webhook-id`. 410 switches the endpoint
     * off, and so do five days of nothing but failure. Events may come twice and in another order: `webhook-id`
     * tells copies, `data.sequence` the order. With `events_per_request` above 1 a request carries up to so many
     * events at once, a body of the type `webhook.group` with each event and its `id` in `data.events`, for
     * receivers that hear of many messages. The secret is in this answer and never shown again.
     * `POST /v1/webhooks`
     *
     * @param list<'message.queued'|'message.held'|'message.sent'|'message.delivered'|'message.undelivered'|'message.failed'|'message.expired'|'message.unknown'|'message.suppressed'|'message.canceled'|'verification.created'|'verification.attempted'|'verification.approved'|'verification.expired'|'verification.canceled'|'verification.max_attempts_reached'|'verification.blocked'|'verification.failed'|'route.alert_started'|'route.alert_ended'|'inbound.received'|'template.submitted'|'template.approved'|'template.rejected'|'template.paused'|'template.resumed'|'webhook.exhausted'|'webhook.disabled'>|null $eventTypes
     * @param int|null $eventsPerRequest Above 1, every request is of the type `webhook.group` and holds up to so many events in `data.events`, each with its `id`, in one signed body under one `webhook-id`. Events that come about together go together; none waits for others.
     */
    public function create(
        string $url,
        ?string $description = null,
        ?array $eventTypes = null,
        ?int $eventsPerRequest = null,
        ?float $timeoutSeconds = null,
    ): WebhookWithSecret {
        return WebhookWithSecret::fromArray($this->transport->call(
            'POST',
            '/v1/webhooks',
            body: [
                'url' => $url,
                'description' => $description,
                'event_types' => $eventTypes,
                'events_per_request' => $eventsPerRequest,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * List webhook endpoints. All endpoints of the environment of the key, newest first, without their secrets.
     * `GET /v1/webhooks`
     */
    public function list(
        ?float $timeoutSeconds = null,
    ): ListWebhooksAnswer {
        return ListWebhooksAnswer::fromArray($this->transport->call(
            'GET',
            '/v1/webhooks',
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Read a webhook endpoint. Whether it is on, since when it fails, and why it was switched off if it was.
     * `GET /v1/webhooks/{id}`
     */
    public function get(
        string $id,
        ?float $timeoutSeconds = null,
    ): WebhookView {
        return WebhookView::fromArray($this->transport->call(
            'GET',
            '/v1/webhooks/' . Transport::segment($id),
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Change a webhook endpoint. What is left out stays as it is. `enabled: false` ends what waits for the endpoint;
     * after `enabled: true` it gets new events, and a replay brings what it missed.
     * `PATCH /v1/webhooks/{id}`
     *
     * @param list<'message.queued'|'message.held'|'message.sent'|'message.delivered'|'message.undelivered'|'message.failed'|'message.expired'|'message.unknown'|'message.suppressed'|'message.canceled'|'verification.created'|'verification.attempted'|'verification.approved'|'verification.expired'|'verification.canceled'|'verification.max_attempts_reached'|'verification.blocked'|'verification.failed'|'route.alert_started'|'route.alert_ended'|'inbound.received'|'template.submitted'|'template.approved'|'template.rejected'|'template.paused'|'template.resumed'|'webhook.exhausted'|'webhook.disabled'>|null $eventTypes
     * @param int|null $eventsPerRequest Above 1, every request is of the type `webhook.group` and holds up to so many events in `data.events`, each with its `id`, in one signed body under one `webhook-id`. Events that come about together go together; none waits for others.
     */
    public function change(
        string $id,
        ?string $url = null,
        ?string $description = null,
        ?array $eventTypes = null,
        ?int $eventsPerRequest = null,
        ?bool $enabled = null,
        ?float $timeoutSeconds = null,
    ): WebhookView {
        return WebhookView::fromArray($this->transport->call(
            'PATCH',
            '/v1/webhooks/' . Transport::segment($id),
            body: [
                'url' => $url,
                'description' => $description,
                'event_types' => $eventTypes,
                'events_per_request' => $eventsPerRequest,
                'enabled' => $enabled,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Delete a webhook endpoint. Nothing is sent to it any more; what waits for it ends.
     * `DELETE /v1/webhooks/{id}`
     */
    public function remove(
        string $id,
        ?float $timeoutSeconds = null,
    ): void {
        $this->transport->call(
            'DELETE',
            '/v1/webhooks/' . Transport::segment($id),
            timeoutSeconds: $timeoutSeconds,
        );
    }

    /**
     * Give a webhook endpoint a new secret. For 24 hours both secrets sign: `webhook-signature` then carries two
     * signatures, and a receiver that knows either is content. A rotation within that time ends the older secret at
     * once. The new secret is in this answer and never shown again.
     * `POST /v1/webhooks/{id}/rotate-secret`
     */
    public function rotateSecret(
        string $id,
        ?float $timeoutSeconds = null,
    ): WebhookWithSecret {
        return WebhookWithSecret::fromArray($this->transport->call(
            'POST',
            '/v1/webhooks/' . Transport::segment($id) . '/rotate-secret',
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Send a test event. An event of type `webhook.test`, tried once. What the endpoint answered stands in its
     * deliveries a moment later.
     * `POST /v1/webhooks/{id}/test`
     */
    public function test(
        string $id,
        ?float $timeoutSeconds = null,
    ): WebhookDeliveryView {
        return WebhookDeliveryView::fromArray($this->transport->call(
            'POST',
            '/v1/webhooks/' . Transport::segment($id) . '/test',
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Send events again. Up to 100 events by id, or those of a span of time (10,000 at most), each under the
     * `webhook-id` it always had. Of a span only the events the endpoint missed are sent unless `only` is `all`.
     * `dry_run` counts and sends nothing.
     * `POST /v1/webhooks/{id}/replay`
     *
     * @param list<string>|null $eventIds
     * @param 'missed'|'all'|null $only missed: events of that time this endpoint never answered with 2xx. Events named by id are always sent.
     * @param bool|null $dryRun Counts what would be sent and sends nothing.
     */
    public function replay(
        string $id,
        ?array $eventIds = null,
        ?string $since = null,
        ?string $until = null,
        ?string $only = null,
        ?bool $dryRun = null,
        ?float $timeoutSeconds = null,
    ): ReplayView {
        return ReplayView::fromArray($this->transport->call(
            'POST',
            '/v1/webhooks/' . Transport::segment($id) . '/replay',
            body: [
                'event_ids' => $eventIds,
                'since' => $since,
                'until' => $until,
                'only' => $only,
                'dry_run' => $dryRun,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * List deliveries of a webhook endpoint. Newest first, each with the body that was sent and every try: request
     * headers, status, the beginning of the answer, and why it was no success.
     * `GET /v1/webhooks/{id}/deliveries`
     *
     * @param 'pending'|'delivered'|'failed'|'canceled'|null $state
     * @return Pages<WebhookDeliveryView>
     */
    public function listDeliveries(
        string $id,
        ?int $limit = null,
        ?string $cursor = null,
        ?string $state = null,
        ?float $timeoutSeconds = null,
    ): Pages {
        return $this->transport->pages(
            WebhookDeliveryView::fromArray(...),
            'GET',
            '/v1/webhooks/' . Transport::segment($id) . '/deliveries',
            query: [
                'limit' => $limit,
                'cursor' => $cursor,
                'state' => $state,
            ],
            timeoutSeconds: $timeoutSeconds,
        );
    }
}
