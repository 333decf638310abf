// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;

/** Calls of {@code client.caps()}. */
public final class CapsResource {
    private final Transport transport;

    CapsResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * List the frequency caps. The caps of the environment, and beside them those that the law of a country
     * sets. All caps that apply to a message hold, and the strictest wins; those of the law come first. An
     * address is a person: a number and a mail address are counted apart. Several parts of a text, and all
     * tries to send it, count once; what no carrier takes is given back.
     * {@code GET /v1/caps}
     */
    public CapList list() {
        return list(RequestOptions.none());
    }

    /**
     * List the frequency caps. The caps of the environment, and beside them those that the law of a country
     * sets. All caps that apply to a message hold, and the strictest wins; those of the law come first. An
     * address is a person: a number and a mail address are counted apart. Several parts of a text, and all
     * tries to send it, count once; what no carrier takes is given back.
     * {@code GET /v1/caps}
     */
    public CapList list(RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/caps", null, null, false, options)), CapList::fromJson);
    }

    /**
     * Add a frequency cap. From the answer on no message is decided without it. All caps that apply to a
     * message hold, and the strictest wins; those of the law come first. An address is a person: a number and a
     * mail address are counted apart. Several parts of a text, and all tries to send it, count once; what no
     * carrier takes is given back.
     * {@code POST /v1/caps}
     */
    public CapView add(SaveCap body) {
        return add(body, RequestOptions.none());
    }

    /**
     * Add a frequency cap. From the answer on no message is decided without it. All caps that apply to a
     * message hold, and the strictest wins; those of the law come first. An address is a person: a number and a
     * mail address are counted apart. Several parts of a text, and all tries to send it, count once; what no
     * carrier takes is given back.
     * {@code POST /v1/caps}
     */
    public CapView add(SaveCap body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/caps", null, body, false, options)), CapView::fromJson);
    }

    /**
     * Try a frequency cap on last week. How many of the messages that went in the last seven days would have
     * been over a cap, as if each of those had been dropped. Nothing is stored.
     * {@code POST /v1/caps/preview}
     */
    public CapPreview preview(SaveCap body) {
        return preview(body, RequestOptions.none());
    }

    /**
     * Try a frequency cap on last week. How many of the messages that went in the last seven days would have
     * been over a cap, as if each of those had been dropped. Nothing is stored.
     * {@code POST /v1/caps/preview}
     */
    public CapPreview preview(SaveCap body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/caps/preview", null, body, false, options)), CapPreview::fromJson);
    }

    /**
     * Set a frequency cap. Sets a cap as a whole. What was counted by it stays counted, and messages that wait
     * for it are judged afresh at once. {@code enabled: false} switches it off.
     * {@code PUT /v1/caps/{id}}
     */
    public CapView set(String id, SaveCap body) {
        return set(id, body, RequestOptions.none());
    }

    /**
     * Set a frequency cap. Sets a cap as a whole. What was counted by it stays counted, and messages that wait
     * for it are judged afresh at once. {@code enabled: false} switches it off.
     * {@code PUT /v1/caps/{id}}
     */
    public CapView set(String id, SaveCap body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("PUT", "/v1/caps/" + Transport.segment(id), null, body, false, options)), CapView::fromJson);
    }

    /**
     * Remove a frequency cap. Messages that wait for it are judged afresh at once.
     * {@code DELETE /v1/caps/{id}}
     */
    public void remove(String id) {
        remove(id, RequestOptions.none());
    }

    /**
     * Remove a frequency cap. Messages that wait for it are judged afresh at once.
     * {@code DELETE /v1/caps/{id}}
     */
    public void remove(String id, RequestOptions options) {
        transport.call(new Transport.Call("DELETE", "/v1/caps/" + Transport.segment(id), null, null, false, options));
    }
}
