// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;

/** Calls of {@code client.requests()}. */
public final class RequestsResource {
    private final Transport transport;

    RequestsResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * List calls of this API. Newest first, for seven days. Addresses and texts are masked and secrets dropped
     * before a call is kept. Of each workspace, 20 successes and 100 refusals a second are kept by each process
     * of the api; {@code not_kept_before} counts what came beyond. A call without a key that works belongs to nobody
     * and is not kept.
     * {@code GET /v1/requests}
     */
    public Pages<RequestView> list() {
        return list(ListRequestsParams.builder().build());
    }

    /**
     * List calls of this API. Newest first, for seven days. Addresses and texts are masked and secrets dropped
     * before a call is kept. Of each workspace, 20 successes and 100 refusals a second are kept by each process
     * of the api; {@code not_kept_before} counts what came beyond. A call without a key that works belongs to nobody
     * and is not kept.
     * {@code GET /v1/requests}
     */
    public Pages<RequestView> list(ListRequestsParams query) {
        return list(query, RequestOptions.none());
    }

    /**
     * List calls of this API. Newest first, for seven days. Addresses and texts are masked and secrets dropped
     * before a call is kept. Of each workspace, 20 successes and 100 refusals a second are kept by each process
     * of the api; {@code not_kept_before} counts what came beyond. A call without a key that works belongs to nobody
     * and is not kept.
     * {@code GET /v1/requests}
     */
    public Pages<RequestView> list(ListRequestsParams query, RequestOptions options) {
        return transport.pages(new Transport.Call("GET", "/v1/requests", query, null, false, options), item -> Json.object(item, RequestView::fromJson));
    }

    /**
     * Read a call of this API. By the id every answer carries in {@code X-Request-Id}: what was asked and what was
     * answered, masked. A call can be read about a second after its answer.
     * {@code GET /v1/requests/{id}}
     */
    public RequestView get(String id) {
        return get(id, RequestOptions.none());
    }

    /**
     * Read a call of this API. By the id every answer carries in {@code X-Request-Id}: what was asked and what was
     * answered, masked. A call can be read about a second after its answer.
     * {@code GET /v1/requests/{id}}
     */
    public RequestView get(String id, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/requests/" + Transport.segment(id), null, null, false, options)), RequestView::fromJson);
    }
}
