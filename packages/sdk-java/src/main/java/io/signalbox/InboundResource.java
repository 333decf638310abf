// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;

/** Calls of {@code client.inbound()}. */
public final class InboundResource {
    private final Transport transport;

    InboundResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * List texts people sent. Newest first, with what was done: a STOP, START, HELP or keyword of yours is
     * obeyed a moment after it came. Give {@code next_cursor} of one page as {@code cursor} of the next; null means there
     * is no more.
     * {@code GET /v1/inbound-messages}
     */
    public Pages<InboundView> list() {
        return list(ListInboundParams.builder().build());
    }

    /**
     * List texts people sent. Newest first, with what was done: a STOP, START, HELP or keyword of yours is
     * obeyed a moment after it came. Give {@code next_cursor} of one page as {@code cursor} of the next; null means there
     * is no more.
     * {@code GET /v1/inbound-messages}
     */
    public Pages<InboundView> list(ListInboundParams query) {
        return list(query, RequestOptions.none());
    }

    /**
     * List texts people sent. Newest first, with what was done: a STOP, START, HELP or keyword of yours is
     * obeyed a moment after it came. Give {@code next_cursor} of one page as {@code cursor} of the next; null means there
     * is no more.
     * {@code GET /v1/inbound-messages}
     */
    public Pages<InboundView> list(ListInboundParams query, RequestOptions options) {
        return transport.pages(new Transport.Call("GET", "/v1/inbound-messages", query, null, false, options), item -> Json.object(item, InboundView::fromJson));
    }

    /**
     * Read a text a person sent. The event {@code inbound.received} names its id; who wrote and what is read here.
     * {@code GET /v1/inbound-messages/{id}}
     */
    public InboundView read(String id) {
        return read(id, RequestOptions.none());
    }

    /**
     * Read a text a person sent. The event {@code inbound.received} names its id; who wrote and what is read here.
     * {@code GET /v1/inbound-messages/{id}}
     */
    public InboundView read(String id, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/inbound-messages/" + Transport.segment(id), null, null, false, options)), InboundView::fromJson);
    }
}
