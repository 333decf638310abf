// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;

/** Calls of {@code client.dlt()}. */
public final class DltResource {
    private final Transport transport;

    DltResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Check a text to India. Judges a text as operators in India will, in their order: entity, header,
     * template, kind, text, calls to action. Each difference from the template is marked with its place, the
     * code an operator would answer and what to do. Nothing is sent.
     * {@code POST /v1/dlt/check}
     */
    public DltCheckResult check(DltCheckRequest body) {
        return check(body, RequestOptions.none());
    }

    /**
     * Check a text to India. Judges a text as operators in India will, in their order: entity, header,
     * template, kind, text, calls to action. Each difference from the template is marked with its place, the
     * code an operator would answer and what to do. Nothing is sent.
     * {@code POST /v1/dlt/check}
     */
    public DltCheckResult check(DltCheckRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/dlt/check", null, body, false, options)), DltCheckResult::fromJson);
    }

    /**
     * List registrations in India. The registrations of one kind on India’s ledgers, the oldest first, the same
     * in live and in sandbox. Fields of other kinds are null. Give {@code next_cursor} of one page as {@code cursor} of the
     * next.
     * {@code GET /v1/dlt/entries}
     */
    public Pages<DltEntryView> listEntries() {
        return listEntries(ListDltEntriesParams.builder().build());
    }

    /**
     * List registrations in India. The registrations of one kind on India’s ledgers, the oldest first, the same
     * in live and in sandbox. Fields of other kinds are null. Give {@code next_cursor} of one page as {@code cursor} of the
     * next.
     * {@code GET /v1/dlt/entries}
     */
    public Pages<DltEntryView> listEntries(ListDltEntriesParams query) {
        return listEntries(query, RequestOptions.none());
    }

    /**
     * List registrations in India. The registrations of one kind on India’s ledgers, the oldest first, the same
     * in live and in sandbox. Fields of other kinds are null. Give {@code next_cursor} of one page as {@code cursor} of the
     * next.
     * {@code GET /v1/dlt/entries}
     */
    public Pages<DltEntryView> listEntries(ListDltEntriesParams query, RequestOptions options) {
        return transport.pages(new Transport.Call("GET", "/v1/dlt/entries", query, null, false, options), item -> Json.object(item, DltEntryView::fromJson));
    }

    /**
     * List registrations that soon expire. Active registrations whose last day comes within {@code within_days} days
     * by the calendar of India, the soonest first.
     * {@code GET /v1/dlt/expiring}
     */
    public DltExpiring listExpiring() {
        return listExpiring(ListDltExpiringParams.builder().build());
    }

    /**
     * List registrations that soon expire. Active registrations whose last day comes within {@code within_days} days
     * by the calendar of India, the soonest first.
     * {@code GET /v1/dlt/expiring}
     */
    public DltExpiring listExpiring(ListDltExpiringParams query) {
        return listExpiring(query, RequestOptions.none());
    }

    /**
     * List registrations that soon expire. Active registrations whose last day comes within {@code within_days} days
     * by the calendar of India, the soonest first.
     * {@code GET /v1/dlt/expiring}
     */
    public DltExpiring listExpiring(ListDltExpiringParams query, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/dlt/expiring", query, null, false, options)), DltExpiring::fromJson);
    }

    /**
     * Bring in a file of an operator. Reads a CSV file as operators’ portals give it: the names of its columns
     * are recognised, whatever their order. By default nothing is stored ({@code dry_run}); the answer says how each
     * column was read and what is wrong with which row, and {@code error_csv} has the faulty rows with the reason
     * beside them. Registrations that are on file already are changed to what the file says.
     * {@code POST /v1/dlt/imports}
     */
    public DltImportResult importFile(DltImportRequest body) {
        return importFile(body, RequestOptions.none());
    }

    /**
     * Bring in a file of an operator. Reads a CSV file as operators’ portals give it: the names of its columns
     * are recognised, whatever their order. By default nothing is stored ({@code dry_run}); the answer says how each
     * column was read and what is wrong with which row, and {@code error_csv} has the faulty rows with the reason
     * beside them. Registrations that are on file already are changed to what the file says.
     * {@code POST /v1/dlt/imports}
     */
    public DltImportResult importFile(DltImportRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/dlt/imports", null, body, false, options)), DltImportResult::fromJson);
    }

    /**
     * Store principal entities. Each is stored in place of the one that is on file already; what is the same
     * stays as it is. A workspace with an entity on file sends texts to India only when operators’ scrubbing
     * will let them pass. In force for the next message, in live and in sandbox.
     * {@code PUT /v1/dlt/entities}
     */
    public DltStored saveEntities(SaveDltEntitiesRequest body) {
        return saveEntities(body, RequestOptions.none());
    }

    /**
     * Store principal entities. Each is stored in place of the one that is on file already; what is the same
     * stays as it is. A workspace with an entity on file sends texts to India only when operators’ scrubbing
     * will let them pass. In force for the next message, in live and in sandbox.
     * {@code PUT /v1/dlt/entities}
     */
    public DltStored saveEntities(SaveDltEntitiesRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("PUT", "/v1/dlt/entities", null, body, false, options)), DltStored::fromJson);
    }

    /**
     * Store headers. Each is stored in place of the one that is on file already; what is the same stays as it
     * is. Give the bare header: the operator puts its letters before it and -P, -S, -T or -G behind. In force
     * for the next message, in live and in sandbox.
     * {@code PUT /v1/dlt/headers}
     */
    public DltStored saveHeaders(SaveDltHeadersRequest body) {
        return saveHeaders(body, RequestOptions.none());
    }

    /**
     * Store headers. Each is stored in place of the one that is on file already; what is the same stays as it
     * is. Give the bare header: the operator puts its letters before it and -P, -S, -T or -G behind. In force
     * for the next message, in live and in sandbox.
     * {@code PUT /v1/dlt/headers}
     */
    public DltStored saveHeaders(SaveDltHeadersRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("PUT", "/v1/dlt/headers", null, body, false, options)), DltStored::fromJson);
    }

    /**
     * Store content templates. Each is stored in place of the one that is on file already; what is the same
     * stays as it is. The text is given as registered, with {@code {#numeric#}} and its like in it, or with {@code {#var#}}
     * and the tags beside it. In force for the next message, in live and in sandbox.
     * {@code PUT /v1/dlt/templates}
     */
    public DltStored saveTemplates(SaveDltTemplatesRequest body) {
        return saveTemplates(body, RequestOptions.none());
    }

    /**
     * Store content templates. Each is stored in place of the one that is on file already; what is the same
     * stays as it is. The text is given as registered, with {@code {#numeric#}} and its like in it, or with {@code {#var#}}
     * and the tags beside it. In force for the next message, in live and in sandbox.
     * {@code PUT /v1/dlt/templates}
     */
    public DltStored saveTemplates(SaveDltTemplatesRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("PUT", "/v1/dlt/templates", null, body, false, options)), DltStored::fromJson);
    }

    /**
     * Store calls to action. Each is stored in place of the one that is on file already; what is the same stays
     * as it is. Links, numbers and addresses that are not on the whitelist stop a text. In force for the next
     * message, in live and in sandbox.
     * {@code PUT /v1/dlt/calls_to_action}
     */
    public DltStored saveCallsToAction(SaveDltCallsToActionRequest body) {
        return saveCallsToAction(body, RequestOptions.none());
    }

    /**
     * Store calls to action. Each is stored in place of the one that is on file already; what is the same stays
     * as it is. Links, numbers and addresses that are not on the whitelist stop a text. In force for the next
     * message, in live and in sandbox.
     * {@code PUT /v1/dlt/calls_to_action}
     */
    public DltStored saveCallsToAction(SaveDltCallsToActionRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("PUT", "/v1/dlt/calls_to_action", null, body, false, options)), DltStored::fromJson);
    }

    /**
     * Store consent templates. Each is stored in place of the one that is on file already; what is the same
     * stays as it is. They are the wording by which operators ask for consents. In force for the next message,
     * in live and in sandbox.
     * {@code PUT /v1/dlt/consent_templates}
     */
    public DltStored saveConsentTemplates(SaveDltConsentTemplatesRequest body) {
        return saveConsentTemplates(body, RequestOptions.none());
    }

    /**
     * Store consent templates. Each is stored in place of the one that is on file already; what is the same
     * stays as it is. They are the wording by which operators ask for consents. In force for the next message,
     * in live and in sandbox.
     * {@code PUT /v1/dlt/consent_templates}
     */
    public DltStored saveConsentTemplates(SaveDltConsentTemplatesRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("PUT", "/v1/dlt/consent_templates", null, body, false, options)), DltStored::fromJson);
    }

    /**
     * Remove a registration. Takes a registration off the file. With an entity goes all that is registered
     * under it; nothing changes at the operator.
     * {@code DELETE /v1/dlt/entries/{entry_id}}
     */
    public void removeEntry(String entryId) {
        removeEntry(entryId, RequestOptions.none());
    }

    /**
     * Remove a registration. Takes a registration off the file. With an entity goes all that is registered
     * under it; nothing changes at the operator.
     * {@code DELETE /v1/dlt/entries/{entry_id}}
     */
    public void removeEntry(String entryId, RequestOptions options) {
        transport.call(new Transport.Call("DELETE", "/v1/dlt/entries/" + Transport.segment(entryId), null, null, false, options));
    }
}
