// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;

/** Calls of {@code client.webhooks()}. */
public final class WebhooksResource {
    private final Transport transport;

    WebhooksResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Add a webhook endpoint. Events are posted as JSON and signed by the Standard Webhooks specification:
     * HMAC-SHA256 over {@code webhook-id}, {@code webhook-timestamp} and the body, joined by dots, with the bytes behind
     * {@code whsec_}. Answer 2xx within 15 seconds and with less than 64 KiB; everything else, also a redirect, is
     * tried again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h and 10 h under the same {@code webhook-id}. 410 switches
     * the endpoint off, and so do five days of nothing but failure. Events may come twice and in another order:
     * {@code webhook-id} tells copies, {@code data.sequence} the order. With {@code events_per_request} above 1 a request carries
     * up to so many events at once, a body of the type {@code webhook.group} with each event and its {@code id} in
     * {@code data.events}, for receivers that hear of many messages. The secret is in this answer and never shown
     * again.
     * {@code POST /v1/webhooks}
     */
    public WebhookWithSecret create(CreateWebhookRequest body) {
        return create(body, RequestOptions.none());
    }

    /**
     * Add a webhook endpoint. Events are posted as JSON and signed by the Standard Webhooks specification:
     * HMAC-SHA256 over {@code webhook-id}, {@code webhook-timestamp} and the body, joined by dots, with the bytes behind
     * {@code whsec_}. Answer 2xx within 15 seconds and with less than 64 KiB; everything else, also a redirect, is
     * tried again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h and 10 h under the same {@code webhook-id}. 410 switches
     * the endpoint off, and so do five days of nothing but failure. Events may come twice and in another order:
     * {@code webhook-id} tells copies, {@code data.sequence} the order. With {@code events_per_request} above 1 a request carries
     * up to so many events at once, a body of the type {@code webhook.group} with each event and its {@code id} in
     * {@code data.events}, for receivers that hear of many messages. The secret is in this answer and never shown
     * again.
     * {@code POST /v1/webhooks}
     */
    public WebhookWithSecret create(CreateWebhookRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/webhooks", null, body, false, options)), WebhookWithSecret::fromJson);
    }

    /**
     * List webhook endpoints. All endpoints of the environment of the key, newest first, without their secrets.
     * {@code GET /v1/webhooks}
     */
    public ListWebhooksAnswer list() {
        return list(RequestOptions.none());
    }

    /**
     * List webhook endpoints. All endpoints of the environment of the key, newest first, without their secrets.
     * {@code GET /v1/webhooks}
     */
    public ListWebhooksAnswer list(RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/webhooks", null, null, false, options)), ListWebhooksAnswer::fromJson);
    }

    /**
     * Read a webhook endpoint. Whether it is on, since when it fails, and why it was switched off if it was.
     * {@code GET /v1/webhooks/{id}}
     */
    public WebhookView get(String id) {
        return get(id, RequestOptions.none());
    }

    /**
     * Read a webhook endpoint. Whether it is on, since when it fails, and why it was switched off if it was.
     * {@code GET /v1/webhooks/{id}}
     */
    public WebhookView get(String id, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/webhooks/" + Transport.segment(id), null, null, false, options)), WebhookView::fromJson);
    }

    /**
     * Change a webhook endpoint. What is left out stays as it is. {@code enabled: false} ends what waits for the
     * endpoint; after {@code enabled: true} it gets new events, and a replay brings what it missed.
     * {@code PATCH /v1/webhooks/{id}}
     */
    public WebhookView change(String id, UpdateWebhookRequest body) {
        return change(id, body, RequestOptions.none());
    }

    /**
     * Change a webhook endpoint. What is left out stays as it is. {@code enabled: false} ends what waits for the
     * endpoint; after {@code enabled: true} it gets new events, and a replay brings what it missed.
     * {@code PATCH /v1/webhooks/{id}}
     */
    public WebhookView change(String id, UpdateWebhookRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("PATCH", "/v1/webhooks/" + Transport.segment(id), null, body, false, options)), WebhookView::fromJson);
    }

    /**
     * Delete a webhook endpoint. Nothing is sent to it any more; what waits for it ends.
     * {@code DELETE /v1/webhooks/{id}}
     */
    public void remove(String id) {
        remove(id, RequestOptions.none());
    }

    /**
     * Delete a webhook endpoint. Nothing is sent to it any more; what waits for it ends.
     * {@code DELETE /v1/webhooks/{id}}
     */
    public void remove(String id, RequestOptions options) {
        transport.call(new Transport.Call("DELETE", "/v1/webhooks/" + Transport.segment(id), null, null, false, options));
    }

    /**
     * Give a webhook endpoint a new secret. For 24 hours both secrets sign: {@code webhook-signature} then carries
     * two signatures, and a receiver that knows either is content. A rotation within that time ends the older
     * secret at once. The new secret is in this answer and never shown again.
     * {@code POST /v1/webhooks/{id}/rotate-secret}
     */
    public WebhookWithSecret rotateSecret(String id) {
        return rotateSecret(id, RequestOptions.none());
    }

    /**
     * Give a webhook endpoint a new secret. For 24 hours both secrets sign: {@code webhook-signature} then carries
     * two signatures, and a receiver that knows either is content. A rotation within that time ends the older
     * secret at once. The new secret is in this answer and never shown again.
     * {@code POST /v1/webhooks/{id}/rotate-secret}
     */
    public WebhookWithSecret rotateSecret(String id, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/webhooks/" + Transport.segment(id) + "/rotate-secret", null, null, false, options)), WebhookWithSecret::fromJson);
    }

    /**
     * Send a test event. An event of type {@code webhook.test}, tried once. What the endpoint answered stands in its
     * deliveries a moment later.
     * {@code POST /v1/webhooks/{id}/test}
     */
    public WebhookDeliveryView test(String id) {
        return test(id, RequestOptions.none());
    }

    /**
     * Send a test event. An event of type {@code webhook.test}, tried once. What the endpoint answered stands in its
     * deliveries a moment later.
     * {@code POST /v1/webhooks/{id}/test}
     */
    public WebhookDeliveryView test(String id, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/webhooks/" + Transport.segment(id) + "/test", null, null, false, options)), WebhookDeliveryView::fromJson);
    }

    /**
     * Send events again. Up to 100 events by id, or those of a span of time (10,000 at most), each under the
     * {@code webhook-id} it always had. Of a span only the events the endpoint missed are sent unless {@code only} is
     * {@code all}. {@code dry_run} counts and sends nothing.
     * {@code POST /v1/webhooks/{id}/replay}
     */
    public ReplayView replay(String id, ReplayWebhookRequest body) {
        return replay(id, body, RequestOptions.none());
    }

    /**
     * Send events again. Up to 100 events by id, or those of a span of time (10,000 at most), each under the
     * {@code webhook-id} it always had. Of a span only the events the endpoint missed are sent unless {@code only} is
     * {@code all}. {@code dry_run} counts and sends nothing.
     * {@code POST /v1/webhooks/{id}/replay}
     */
    public ReplayView replay(String id, ReplayWebhookRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/webhooks/" + Transport.segment(id) + "/replay", null, body, false, options)), ReplayView::fromJson);
    }

    /**
     * List deliveries of a webhook endpoint. Newest first, each with the body that was sent and every try:
     * request headers, status, the beginning of the answer, and why it was no success.
     * {@code GET /v1/webhooks/{id}/deliveries}
     */
    public Pages<WebhookDeliveryView> listDeliveries(String id) {
        return listDeliveries(id, ListWebhookDeliveriesParams.builder().build());
    }

    /**
     * List deliveries of a webhook endpoint. Newest first, each with the body that was sent and every try:
     * request headers, status, the beginning of the answer, and why it was no success.
     * {@code GET /v1/webhooks/{id}/deliveries}
     */
    public Pages<WebhookDeliveryView> listDeliveries(String id, ListWebhookDeliveriesParams query) {
        return listDeliveries(id, query, RequestOptions.none());
    }

    /**
     * List deliveries of a webhook endpoint. Newest first, each with the body that was sent and every try:
     * request headers, status, the beginning of the answer, and why it was no success.
     * {@code GET /v1/webhooks/{id}/deliveries}
     */
    public Pages<WebhookDeliveryView> listDeliveries(String id, ListWebhookDeliveriesParams query, RequestOptions options) {
        return transport.pages(new Transport.Call("GET", "/v1/webhooks/" + Transport.segment(id) + "/deliveries", query, null, false, options), item -> Json.object(item, WebhookDeliveryView::fromJson));
    }
}
