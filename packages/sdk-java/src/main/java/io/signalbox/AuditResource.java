// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;

/** Calls of {@code client.audit()}. */
public final class AuditResource {
    private final Transport transport;

    AuditResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * List what was done. Every change made by a person or an API key, in both environments, newest first: who,
     * what, before and after. Sends are not in it: each message names its key and request itself.
     * {@code GET /v1/audit}
     */
    public Pages<AuditEntryView> list() {
        return list(ListAuditParams.builder().build());
    }

    /**
     * List what was done. Every change made by a person or an API key, in both environments, newest first: who,
     * what, before and after. Sends are not in it: each message names its key and request itself.
     * {@code GET /v1/audit}
     */
    public Pages<AuditEntryView> list(ListAuditParams query) {
        return list(query, RequestOptions.none());
    }

    /**
     * List what was done. Every change made by a person or an API key, in both environments, newest first: who,
     * what, before and after. Sends are not in it: each message names its key and request itself.
     * {@code GET /v1/audit}
     */
    public Pages<AuditEntryView> list(ListAuditParams query, RequestOptions options) {
        return transport.pages(new Transport.Call("GET", "/v1/audit", query, null, false, options), item -> Json.object(item, AuditEntryView::fromJson));
    }

    /**
     * Export the audit log. A part of the chain, oldest first, with its head and the rule of its hashes:
     * anybody can check it without us. Give {@code next_after} of one part as {@code after} of the next.
     * {@code GET /v1/audit/export}
     */
    public AuditExport export() {
        return export(ExportAuditParams.builder().build());
    }

    /**
     * Export the audit log. A part of the chain, oldest first, with its head and the rule of its hashes:
     * anybody can check it without us. Give {@code next_after} of one part as {@code after} of the next.
     * {@code GET /v1/audit/export}
     */
    public AuditExport export(ExportAuditParams query) {
        return export(query, RequestOptions.none());
    }

    /**
     * Export the audit log. A part of the chain, oldest first, with its head and the rule of its hashes:
     * anybody can check it without us. Give {@code next_after} of one part as {@code after} of the next.
     * {@code GET /v1/audit/export}
     */
    public AuditExport export(ExportAuditParams query, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/audit/export", query, null, false, options)), AuditExport::fromJson);
    }

    /**
     * Check the audit log. Computes every hash of the chain anew and names the first entry that was changed,
     * moved or is missing.
     * {@code GET /v1/audit/verify}
     */
    public AuditVerdict verify() {
        return verify(RequestOptions.none());
    }

    /**
     * Check the audit log. Computes every hash of the chain anew and names the first entry that was changed,
     * moved or is missing.
     * {@code GET /v1/audit/verify}
     */
    public AuditVerdict verify(RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/audit/verify", null, null, false, options)), AuditVerdict::fromJson);
    }
}
