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
     * List the consent entries of an address. Newest first, about every purpose: consents, withdrawals, and the
     * hours a person wants no marketing in ({@code marketing.hours}).
     * {@code GET /v1/consents}
     */
    public ConsentList list(ListConsentsParams query) {
        return list(query, RequestOptions.none());
    }

    /**
     * List the consent entries of an address. Newest first, about every purpose: consents, withdrawals, and the
     * hours a person wants no marketing in ({@code marketing.hours}).
     * {@code GET /v1/consents}
     */
    public ConsentList list(ListConsentsParams query, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/consents", query, null, false, options)), ConsentList::fromJson);
    }

    /**
     * Set when a person wants no marketing. Adds an entry about {@code marketing.hours} to the ledger; the newest
     * holds. Marketing to the person is {@code held} until the law, the workspace and the person all welcome it; an
     * empty {@code quiet} takes the wish back. Codes and transactional messages are not held.
     * {@code PUT /v1/consents/hours}
     */
    public PersonHours setPersonHours(SetPersonHoursRequest body) {
        return setPersonHours(body, RequestOptions.none());
    }

    /**
     * Set when a person wants no marketing. Adds an entry about {@code marketing.hours} to the ledger; the newest
     * holds. Marketing to the person is {@code held} until the law, the workspace and the person all welcome it; an
     * empty {@code quiet} takes the wish back. Codes and transactional messages are not held.
     * {@code PUT /v1/consents/hours}
     */
    public PersonHours setPersonHours(SetPersonHoursRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("PUT", "/v1/consents/hours", null, body, false, options)), PersonHours::fromJson);
    }

    /**
     * Tell when a person wants no marketing. By the newest wish, which came by {@code PUT /v1/consents/hours} or from
     * the person on the preference page.
     * {@code GET /v1/consents/hours}
     */
    public PersonHours readPersonHours(ReadPersonHoursParams query) {
        return readPersonHours(query, RequestOptions.none());
    }

    /**
     * Tell when a person wants no marketing. By the newest wish, which came by {@code PUT /v1/consents/hours} or from
     * the person on the preference page.
     * {@code GET /v1/consents/hours}
     */
    public PersonHours readPersonHours(ReadPersonHoursParams query, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/consents/hours", query, null, false, options)), PersonHours::fromJson);
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
