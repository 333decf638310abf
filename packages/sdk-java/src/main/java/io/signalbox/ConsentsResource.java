// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;

/** Calls of {@code client.consents()}. */
public final class ConsentsResource {
    private final Transport transport;

    ConsentsResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Record a consent. Adds an entry to the ledger; entries are never changed. The newest entry of an address
     * decides whether marketing may go there.
     * {@code POST /v1/consents}
     */
    public ConsentView record(RecordConsentRequest body) {
        return record(body, RequestOptions.none());
    }

    /**
     * Record a consent. Adds an entry to the ledger; entries are never changed. The newest entry of an address
     * decides whether marketing may go there.
     * {@code POST /v1/consents}
     */
    public ConsentView record(RecordConsentRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/consents", null, body, false, options)), ConsentView::fromJson);
    }

    /**
     * List the consent entries of an address. Newest first; the first entry of a channel is the one in force.
     * {@code GET /v1/consents}
     */
    public ConsentList list(ListConsentsParams query) {
        return list(query, RequestOptions.none());
    }

    /**
     * List the consent entries of an address. Newest first; the first entry of a channel is the one in force.
     * {@code GET /v1/consents}
     */
    public ConsentList list(ListConsentsParams query, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/consents", query, null, false, options)), ConsentList::fromJson);
    }
}
