// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;

/** Calls of {@code client.people()}. */
public final class PeopleResource {
    private final Transport transport;

    PeopleResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Find what is held about a person. Counts what is held about a phone number or mail address in the
     * environment of the key, by kind, with the newest few of each. The address goes in the body, so that it
     * stands in no log of URLs. It finds the person after an erasure too, under the keyed hash.
     * {@code POST /v1/people/find}
     */
    public PersonFound findPerson(FindPersonRequest body) {
        return findPerson(body, RequestOptions.none());
    }

    /**
     * Find what is held about a person. Counts what is held about a phone number or mail address in the
     * environment of the key, by kind, with the newest few of each. The address goes in the body, so that it
     * stands in no log of URLs. It finds the person after an erasure too, under the keyed hash.
     * {@code POST /v1/people/find}
     */
    public PersonFound findPerson(FindPersonRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/people/find", null, body, false, options)), PersonFound::fromJson);
    }

    /**
     * Give a person a copy of everything. One document with all that is held about a person, in parts of a
     * thousand messages; all else is in the first part. Texts are in it where they are still there; codes are
     * masked. Each part is an entry of the register and of the audit log.
     * {@code POST /v1/people/export}
     */
    public PersonCopy exportPerson(ExportPersonRequest body) {
        return exportPerson(body, RequestOptions.none());
    }

    /**
     * Give a person a copy of everything. One document with all that is held about a person, in parts of a
     * thousand messages; all else is in the first part. Texts are in it where they are still there; codes are
     * masked. Each part is an entry of the register and of the audit log.
     * {@code POST /v1/people/export}
     */
    public PersonCopy exportPerson(ExportPersonRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/people/export", null, body, false, options)), PersonCopy::fromJson);
    }

    /**
     * Erase a person. Cancels what is open, removes or blanks what is kept of the address, and answers with a
     * certificate. A keyed hash stays, under which nothing more is sent there until its suppression is lifted.
     * Asked again it erases what came since. Where the workspace wants two people the answer has no
     * certificate: a second person approves it in the console.
     * {@code POST /v1/people/erase}
     */
    public ErasureAnswer erasePerson(ErasePersonRequest body) {
        return erasePerson(body, RequestOptions.none());
    }

    /**
     * Erase a person. Cancels what is open, removes or blanks what is kept of the address, and answers with a
     * certificate. A keyed hash stays, under which nothing more is sent there until its suppression is lifted.
     * Asked again it erases what came since. Where the workspace wants two people the answer has no
     * certificate: a second person approves it in the console.
     * {@code POST /v1/people/erase}
     */
    public ErasureAnswer erasePerson(ErasePersonRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/people/erase", null, body, false, options)), ErasureAnswer::fromJson);
    }

    /**
     * Correct what is held of a person. A new address gets the suppressions, the restriction, the withdrawals
     * and the hours of the old one; what was agreed to, and places on lists, only with {@code same_person}, the proof
     * that one person is behind both. Consents end at the old address, and what is suppressed there stays so.
     * Messages that were accepted for the old address are not changed. The ledger keeps what was said and gets
     * new entries.
     * {@code POST /v1/people/rectify}
     */
    public RectifyPersonAnswer rectifyPerson(RectifyPersonRequest body) {
        return rectifyPerson(body, RequestOptions.none());
    }

    /**
     * Correct what is held of a person. A new address gets the suppressions, the restriction, the withdrawals
     * and the hours of the old one; what was agreed to, and places on lists, only with {@code same_person}, the proof
     * that one person is behind both. Consents end at the old address, and what is suppressed there stays so.
     * Messages that were accepted for the old address are not changed. The ledger keeps what was said and gets
     * new entries.
     * {@code POST /v1/people/rectify}
     */
    public RectifyPersonAnswer rectifyPerson(RectifyPersonRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/people/rectify", null, body, false, options)), RectifyPersonAnswer::fromJson);
    }

    /**
     * Restrict the use of what is held about a person. Everything stays, and nothing of the named classes goes
     * to the address until the restriction is lifted, whatever is agreed to or lifted elsewhere meanwhile. It
     * stands in the register under the id that lifts it.
     * {@code POST /v1/people/restrict}
     */
    public PersonRequestView restrictPerson(RestrictPersonRequest body) {
        return restrictPerson(body, RequestOptions.none());
    }

    /**
     * Restrict the use of what is held about a person. Everything stays, and nothing of the named classes goes
     * to the address until the restriction is lifted, whatever is agreed to or lifted elsewhere meanwhile. It
     * stands in the register under the id that lifts it.
     * {@code POST /v1/people/restrict}
     */
    public PersonRequestView restrictPerson(RestrictPersonRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/people/restrict", null, body, false, options)), PersonRequestView::fromJson);
    }

    /**
     * Lift a restriction. What else the address is suppressed for stays.
     * {@code POST /v1/people/requests/{id}/lift}
     */
    public PersonRequestView liftRestriction(String id, LiftRestrictionRequest body) {
        return liftRestriction(id, body, RequestOptions.none());
    }

    /**
     * Lift a restriction. What else the address is suppressed for stays.
     * {@code POST /v1/people/requests/{id}/lift}
     */
    public PersonRequestView liftRestriction(String id, LiftRestrictionRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/people/requests/" + Transport.segment(id) + "/lift", null, body, false, options)), PersonRequestView::fromJson);
    }

    /**
     * Take down that a person objects to marketing. The ledger has the withdrawal and marketing is suppressed,
     * so that no consent that comes later by a file opens the way again. The entry stands in the register.
     * {@code POST /v1/people/object}
     */
    public PersonRequestView objectToMarketing(ObjectToMarketingRequest body) {
        return objectToMarketing(body, RequestOptions.none());
    }

    /**
     * Take down that a person objects to marketing. The ledger has the withdrawal and marketing is suppressed,
     * so that no consent that comes later by a file opens the way again. The entry stands in the register.
     * {@code POST /v1/people/object}
     */
    public PersonRequestView objectToMarketing(ObjectToMarketingRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/people/object", null, body, false, options)), PersonRequestView::fromJson);
    }

    /**
     * List what people asked. The register of copies and erasures, newest first, with the last day for the
     * answer of each.
     * {@code GET /v1/people/requests}
     */
    public Pages<PersonRequestView> listPersonRequests() {
        return listPersonRequests(ListPersonRequestsParams.builder().build());
    }

    /**
     * List what people asked. The register of copies and erasures, newest first, with the last day for the
     * answer of each.
     * {@code GET /v1/people/requests}
     */
    public Pages<PersonRequestView> listPersonRequests(ListPersonRequestsParams query) {
        return listPersonRequests(query, RequestOptions.none());
    }

    /**
     * List what people asked. The register of copies and erasures, newest first, with the last day for the
     * answer of each.
     * {@code GET /v1/people/requests}
     */
    public Pages<PersonRequestView> listPersonRequests(ListPersonRequestsParams query, RequestOptions options) {
        return transport.pages(new Transport.Call("GET", "/v1/people/requests", query, null, false, options), item -> Json.object(item, PersonRequestView::fromJson));
    }

    /**
     * Read the certificate of an erasure. As it was given out when the erasure ended. It names the person by
     * the keyed hash alone.
     * {@code GET /v1/people/requests/{id}/certificate}
     */
    public ErasureCertificate readErasureCertificate(String id) {
        return readErasureCertificate(id, RequestOptions.none());
    }

    /**
     * Read the certificate of an erasure. As it was given out when the erasure ended. It names the person by
     * the keyed hash alone.
     * {@code GET /v1/people/requests/{id}/certificate}
     */
    public ErasureCertificate readErasureCertificate(String id, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/people/requests/" + Transport.segment(id) + "/certificate", null, null, false, options)), ErasureCertificate::fromJson);
    }

    /**
     * Check the certificate of an erasure. Tells whether a certificate is ours and unchanged, and, with the
     * address given again, whether it is about that person.
     * {@code POST /v1/people/certificates/verify}
     */
    public CertificateVerdict verifyErasureCertificate(VerifyCertificateRequest body) {
        return verifyErasureCertificate(body, RequestOptions.none());
    }

    /**
     * Check the certificate of an erasure. Tells whether a certificate is ours and unchanged, and, with the
     * address given again, whether it is about that person.
     * {@code POST /v1/people/certificates/verify}
     */
    public CertificateVerdict verifyErasureCertificate(VerifyCertificateRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/people/certificates/verify", null, body, false, options)), CertificateVerdict::fromJson);
    }

    /**
     * Read the record of processing. On whose behalf and for what data of recipients are processed, who outside
     * gets some (carriers, webhook endpoints, services that are asked, by name and host), and each table that
     * holds some: in which columns, what an erasure does to it, and how long it is kept.
     * {@code GET /v1/people/kept}
     */
    public KeptTables readKept() {
        return readKept(RequestOptions.none());
    }

    /**
     * Read the record of processing. On whose behalf and for what data of recipients are processed, who outside
     * gets some (carriers, webhook endpoints, services that are asked, by name and host), and each table that
     * holds some: in which columns, what an erasure does to it, and how long it is kept.
     * {@code GET /v1/people/kept}
     */
    public KeptTables readKept(RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/people/kept", null, null, false, options)), KeptTables::fromJson);
    }
}
