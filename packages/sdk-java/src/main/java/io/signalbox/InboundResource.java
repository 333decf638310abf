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

    /**
     * List the keywords. The words that count for everybody, those of this environment ({@code own}), and what
     * answers them in each language.
     * {@code GET /v1/keywords}
     */
    public KeywordsView listKeywords() {
        return listKeywords(RequestOptions.none());
    }

    /**
     * List the keywords. The words that count for everybody, those of this environment ({@code own}), and what
     * answers them in each language.
     * {@code GET /v1/keywords}
     */
    public KeywordsView listKeywords(RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/keywords", null, null, false, options)), KeywordsView::fromJson);
    }

    /**
     * Add a keyword. A word of your own by which people stop, start, get help or join a list of texts. A word
     * that means stop for everybody keeps that meaning.
     * {@code POST /v1/keywords}
     */
    public KeywordsView addKeyword(SaveKeyword body) {
        return addKeyword(body, RequestOptions.none());
    }

    /**
     * Add a keyword. A word of your own by which people stop, start, get help or join a list of texts. A word
     * that means stop for everybody keeps that meaning.
     * {@code POST /v1/keywords}
     */
    public KeywordsView addKeyword(SaveKeyword body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/keywords", null, body, false, options)), KeywordsView::fromJson);
    }

    /**
     * Remove a keyword. Removes a word of your own; those that count for everybody stay.
     * {@code DELETE /v1/keywords/{id}}
     */
    public void removeKeyword(String id) {
        removeKeyword(id, RequestOptions.none());
    }

    /**
     * Remove a keyword. Removes a word of your own; those that count for everybody stay.
     * {@code DELETE /v1/keywords/{id}}
     */
    public void removeKeyword(String id, RequestOptions options) {
        transport.call(new Transport.Call("DELETE", "/v1/keywords/" + Transport.segment(id), null, null, false, options));
    }

    /**
     * Set what answers a keyword. The answer to stop, start or help in one language; an empty text goes back to
     * that of the house.
     * {@code PUT /v1/keyword-replies}
     */
    public KeywordsView setKeywordReply(SaveKeywordReply body) {
        return setKeywordReply(body, RequestOptions.none());
    }

    /**
     * Set what answers a keyword. The answer to stop, start or help in one language; an empty text goes back to
     * that of the house.
     * {@code PUT /v1/keyword-replies}
     */
    public KeywordsView setKeywordReply(SaveKeywordReply body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("PUT", "/v1/keyword-replies", null, body, false, options)), KeywordsView::fromJson);
    }
}
