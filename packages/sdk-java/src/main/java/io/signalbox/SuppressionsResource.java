// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;

/** Calls of {@code client.suppressions()}. */
public final class SuppressionsResource {
    private final Transport transport;

    SuppressionsResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Suppress an address. From the moment of the answer this address gets nothing of the classes named. An
     * address that is suppressed already takes the new classes and reason.
     * {@code POST /v1/suppressions}
     */
    public SuppressionView add(SuppressRequest body) {
        return add(body, RequestOptions.none());
    }

    /**
     * Suppress an address. From the moment of the answer this address gets nothing of the classes named. An
     * address that is suppressed already takes the new classes and reason.
     * {@code POST /v1/suppressions}
     */
    public SuppressionView add(SuppressRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/suppressions", null, body, false, options)), SuppressionView::fromJson);
    }

    /**
     * List suppressed addresses. Newest first. Give {@code next_cursor} of one page as {@code cursor} of the next; null
     * means there is no more.
     * {@code GET /v1/suppressions}
     */
    public Pages<SuppressionView> list() {
        return list(ListSuppressionsParams.builder().build());
    }

    /**
     * List suppressed addresses. Newest first. Give {@code next_cursor} of one page as {@code cursor} of the next; null
     * means there is no more.
     * {@code GET /v1/suppressions}
     */
    public Pages<SuppressionView> list(ListSuppressionsParams query) {
        return list(query, RequestOptions.none());
    }

    /**
     * List suppressed addresses. Newest first. Give {@code next_cursor} of one page as {@code cursor} of the next; null
     * means there is no more.
     * {@code GET /v1/suppressions}
     */
    public Pages<SuppressionView> list(ListSuppressionsParams query, RequestOptions options) {
        return transport.pages(new Transport.Call("GET", "/v1/suppressions", query, null, false, options), item -> Json.object(item, SuppressionView::fromJson));
    }

    /**
     * Lift a suppression. The address may be written to again, as far as consent and the law of its country
     * allow.
     * {@code DELETE /v1/suppressions/{id}}
     */
    public void remove(String id) {
        remove(id, RequestOptions.none());
    }

    /**
     * Lift a suppression. The address may be written to again, as far as consent and the law of its country
     * allow.
     * {@code DELETE /v1/suppressions/{id}}
     */
    public void remove(String id, RequestOptions options) {
        transport.call(new Transport.Call("DELETE", "/v1/suppressions/" + Transport.segment(id), null, null, false, options));
    }
}
