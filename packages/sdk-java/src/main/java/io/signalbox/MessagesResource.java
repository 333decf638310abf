// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;

/** Calls of {@code client.messages()}. */
public final class MessagesResource {
    private final Transport transport;

    MessagesResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Send a message. Takes one message for one person, over one channel or several. The answer 202 means it is
     * stored durably; the timeline tells what becomes of it. With {@code channels} and mode {@code failover} the next
     * channel goes when the one before it ends without delivery or has no receipt in time; with {@code parallel} all
     * go at once. Send an Idempotency-Key so that a call can be repeated safely.
     * {@code POST /v1/messages}
     */
    public SendMessageAnswer send(SendMessageRequest body) {
        return send(body, RequestOptions.none());
    }

    /**
     * Send a message. Takes one message for one person, over one channel or several. The answer 202 means it is
     * stored durably; the timeline tells what becomes of it. With {@code channels} and mode {@code failover} the next
     * channel goes when the one before it ends without delivery or has no receipt in time; with {@code parallel} all
     * go at once. Send an Idempotency-Key so that a call can be repeated safely.
     * {@code POST /v1/messages}
     */
    public SendMessageAnswer send(SendMessageRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/messages", null, body, true, options)), SendMessageAnswer::fromJson);
    }

    /**
     * List messages. Newest first. Give {@code next_cursor} of one page as {@code cursor} of the next; null means there is
     * no more.
     * {@code GET /v1/messages}
     */
    public Pages<MessageView> list() {
        return list(ListMessagesParams.builder().build());
    }

    /**
     * List messages. Newest first. Give {@code next_cursor} of one page as {@code cursor} of the next; null means there is
     * no more.
     * {@code GET /v1/messages}
     */
    public Pages<MessageView> list(ListMessagesParams query) {
        return list(query, RequestOptions.none());
    }

    /**
     * List messages. Newest first. Give {@code next_cursor} of one page as {@code cursor} of the next; null means there is
     * no more.
     * {@code GET /v1/messages}
     */
    public Pages<MessageView> list(ListMessagesParams query, RequestOptions options) {
        return transport.pages(new Transport.Call("GET", "/v1/messages", query, null, false, options), item -> Json.object(item, MessageView::fromJson));
    }

    /**
     * Send up to 1000 messages. Takes many messages in one call. Each is judged by itself: the answer lists the
     * ids of those stored and, by index, why the others were refused. An item may carry an idempotency_key of
     * its own, so that a later batch does not send it again.
     * {@code POST /v1/messages/batch}
     */
    public SendBatchAnswer sendBatch(SendBatchRequest body) {
        return sendBatch(body, RequestOptions.none());
    }

    /**
     * Send up to 1000 messages. Takes many messages in one call. Each is judged by itself: the answer lists the
     * ids of those stored and, by index, why the others were refused. An item may carry an idempotency_key of
     * its own, so that a later batch does not send it again.
     * {@code POST /v1/messages/batch}
     */
    public SendBatchAnswer sendBatch(SendBatchRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/messages/batch", null, body, true, options)), SendBatchAnswer::fromJson);
    }

    /**
     * Read a message. The present state of one message, with its route, provider and price once they are known.
     * {@code GET /v1/messages/{id}}
     */
    public MessageView get(String id) {
        return get(id, RequestOptions.none());
    }

    /**
     * Read a message. The present state of one message, with its route, provider and price once they are known.
     * {@code GET /v1/messages/{id}}
     */
    public MessageView get(String id, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/messages/" + Transport.segment(id), null, null, false, options)), MessageView::fromJson);
    }

    /**
     * Read what happened to a message, and why. Every step in order: the rules that were asked, the routes that
     * were weighed with their reasons, each attempt, each receipt.
     * {@code GET /v1/messages/{id}/timeline}
     */
    public Timeline getTimeline(String id) {
        return getTimeline(id, RequestOptions.none());
    }

    /**
     * Read what happened to a message, and why. Every step in order: the rules that were asked, the routes that
     * were weighed with their reasons, each attempt, each receipt.
     * {@code GET /v1/messages/{id}/timeline}
     */
    public Timeline getTimeline(String id, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/messages/" + Transport.segment(id) + "/timeline", null, null, false, options)), Timeline::fromJson);
    }

    /**
     * Cancel a message. Stops a message that no attempt has been claimed for. The first message of a send over
     * several channels stands for all of them: what of it has not gone is stopped. Takes no body.
     * {@code POST /v1/messages/{id}/cancel}
     */
    public MessageView cancel(String id) {
        return cancel(id, RequestOptions.none());
    }

    /**
     * Cancel a message. Stops a message that no attempt has been claimed for. The first message of a send over
     * several channels stands for all of them: what of it has not gone is stopped. Takes no body.
     * {@code POST /v1/messages/{id}/cancel}
     */
    public MessageView cancel(String id, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/messages/" + Transport.segment(id) + "/cancel", null, null, false, options)), MessageView::fromJson);
    }
}
