// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;

/** Calls of {@code client.senders()}. */
public final class SendersResource {
    private final Transport transport;

    SendersResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * List the senders. The senders on file by country, the same in live and in sandbox: how each stands, when
     * it expires or falls idle, and how phones will show it. Headers of India stand among them and are changed
     * on its ledgers. {@code duties} are the countries whose law asks for registered senders today.
     * {@code GET /v1/senders}
     */
    public SenderList list() {
        return list(ListSendersParams.builder().build());
    }

    /**
     * List the senders. The senders on file by country, the same in live and in sandbox: how each stands, when
     * it expires or falls idle, and how phones will show it. Headers of India stand among them and are changed
     * on its ledgers. {@code duties} are the countries whose law asks for registered senders today.
     * {@code GET /v1/senders}
     */
    public SenderList list(ListSendersParams query) {
        return list(query, RequestOptions.none());
    }

    /**
     * List the senders. The senders on file by country, the same in live and in sandbox: how each stands, when
     * it expires or falls idle, and how phones will show it. Headers of India stand among them and are changed
     * on its ledgers. {@code duties} are the countries whose law asks for registered senders today.
     * {@code GET /v1/senders}
     */
    public SenderList list(ListSendersParams query, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/senders", query, null, false, options)), SenderList::fromJson);
    }

    /**
     * Put a sender on file. Says how a sender stands in a country, at an operator and for a class. From the
     * first sender of a country on, its law is held to: where unregistered senders are blocked, a message that
     * names one is stopped ({@code policy.sender_not_allowed}). Nothing changes at the operator.
     * {@code POST /v1/senders}
     */
    public SenderView add(SetSenderRequest body) {
        return add(body, RequestOptions.none());
    }

    /**
     * Put a sender on file. Says how a sender stands in a country, at an operator and for a class. From the
     * first sender of a country on, its law is held to: where unregistered senders are blocked, a message that
     * names one is stopped ({@code policy.sender_not_allowed}). Nothing changes at the operator.
     * {@code POST /v1/senders}
     */
    public SenderView add(SetSenderRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/senders", null, body, false, options)), SenderView::fromJson);
    }

    /**
     * See a sender as phones show it. What a phone in a country will show for a sender: as it is, with what
     * operators add, replaced by a number, or marked as not registered; and what operators add to the end of
     * the text.
     * {@code GET /v1/senders/shown}
     */
    public ShownSenderView readShown(ReadShownSenderParams query) {
        return readShown(query, RequestOptions.none());
    }

    /**
     * See a sender as phones show it. What a phone in a country will show for a sender: as it is, with what
     * operators add, replaced by a number, or marked as not registered; and what operators add to the end of
     * the text.
     * {@code GET /v1/senders/shown}
     */
    public ShownSenderView readShown(ReadShownSenderParams query, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/senders/shown", query, null, false, options)), ShownSenderView::fromJson);
    }

    /**
     * Change a sender. Takes the place of all that was on file; what is left out takes its default.
     * {@code PUT /v1/senders/{sender_id}}
     */
    public SenderView set(String senderId, SetSenderRequest body) {
        return set(senderId, body, RequestOptions.none());
    }

    /**
     * Change a sender. Takes the place of all that was on file; what is left out takes its default.
     * {@code PUT /v1/senders/{sender_id}}
     */
    public SenderView set(String senderId, SetSenderRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("PUT", "/v1/senders/" + Transport.segment(senderId), null, body, false, options)), SenderView::fromJson);
    }

    /**
     * Remove a sender. Takes a sender off the file; nothing changes at the operator.
     * {@code DELETE /v1/senders/{sender_id}}
     */
    public void remove(String senderId) {
        remove(senderId, RequestOptions.none());
    }

    /**
     * Remove a sender. Takes a sender off the file; nothing changes at the operator.
     * {@code DELETE /v1/senders/{sender_id}}
     */
    public void remove(String senderId, RequestOptions options) {
        transport.call(new Transport.Call("DELETE", "/v1/senders/" + Transport.segment(senderId), null, null, false, options));
    }
}
