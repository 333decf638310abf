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
     * Record a consent. Adds an entry to the ledger; entries are never changed, and each carries the hash of
     * the one before. The newest entry of an address about {@code marketing} decides whether marketing may go there;
     * at one instant a withdrawal wins. An event that names its instant ({@code at}), sent twice, is one entry.
     * {@code POST /v1/consents}
     */
    public ConsentView record(RecordConsentRequest body) {
        return record(body, RequestOptions.none());
    }

    /**
     * Record a consent. Adds an entry to the ledger; entries are never changed, and each carries the hash of
     * the one before. The newest entry of an address about {@code marketing} decides whether marketing may go there;
     * at one instant a withdrawal wins. An event that names its instant ({@code at}), sent twice, is one entry.
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

    /**
     * Tell what was allowed at an instant. Answers as the sender would have at that instant, by what the ledger
     * held then, and names the entry that decides. What was recorded later, of an earlier instant or not, is
     * not counted.
     * {@code GET /v1/consents/as-of}
     */
    public ConsentAsOf readAsOf(ReadConsentAsOfParams query) {
        return readAsOf(query, RequestOptions.none());
    }

    /**
     * Tell what was allowed at an instant. Answers as the sender would have at that instant, by what the ledger
     * held then, and names the entry that decides. What was recorded later, of an earlier instant or not, is
     * not counted.
     * {@code GET /v1/consents/as-of}
     */
    public ConsentAsOf readAsOf(ReadConsentAsOfParams query, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/consents/as-of", query, null, false, options)), ConsentAsOf::fromJson);
    }

    /**
     * Check the consent ledger. Computes every hash of the chain anew, of the people and wordings too, and
     * names the first entry that was changed, moved or is missing.
     * {@code GET /v1/consents/verify}
     */
    public ConsentVerdict verify() {
        return verify(RequestOptions.none());
    }

    /**
     * Check the consent ledger. Computes every hash of the chain anew, of the people and wordings too, and
     * names the first entry that was changed, moved or is missing.
     * {@code GET /v1/consents/verify}
     */
    public ConsentVerdict verify(RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/consents/verify", null, null, false, options)), ConsentVerdict::fromJson);
    }

    /**
     * Prove a consent. Everything that shows the entry to somebody who does not trust us: the record, the
     * wording shown, the chain to its end, and a page in plain sentences. `node scripts/verify-proof.mjs
     * proof.json` checks it without a connection.
     * {@code GET /v1/consents/{id}/proof}
     */
    public ConsentProofBundle readProof(String id) {
        return readProof(id, RequestOptions.none());
    }

    /**
     * Prove a consent. Everything that shows the entry to somebody who does not trust us: the record, the
     * wording shown, the chain to its end, and a page in plain sentences. `node scripts/verify-proof.mjs
     * proof.json` checks it without a connection.
     * {@code GET /v1/consents/{id}/proof}
     */
    public ConsentProofBundle readProof(String id, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/consents/" + Transport.segment(id) + "/proof", null, null, false, options)), ConsentProofBundle::fromJson);
    }
}
