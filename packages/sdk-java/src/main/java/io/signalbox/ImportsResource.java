// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;

/** Calls of {@code client.imports()}. */
public final class ImportsResource {
    private final Transport transport;

    ImportsResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Begin the import of a file. People of a CSV file of up to two million rows come onto a list, each with
     * the consent that was given elsewhere. Send the file in parts, start a check, then start the import; a
     * worker reads it, and it goes on when nobody looks. For a few thousand people one call is enough: `POST
     * /v1/lists/{id}/imports`.
     * {@code POST /v1/contacts/imports}
     */
    public ImportView create(CreateImportRequest body) {
        return create(body, RequestOptions.none());
    }

    /**
     * Begin the import of a file. People of a CSV file of up to two million rows come onto a list, each with
     * the consent that was given elsewhere. Send the file in parts, start a check, then start the import; a
     * worker reads it, and it goes on when nobody looks. For a few thousand people one call is enough: `POST
     * /v1/lists/{id}/imports`.
     * {@code POST /v1/contacts/imports}
     */
    public ImportView create(CreateImportRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/contacts/imports", null, body, false, options)), ImportView::fromJson);
    }

    /**
     * List imports. The imports of the environment, newest first, each with how far it is.
     * {@code GET /v1/contacts/imports}
     */
    public Pages<ImportView> list() {
        return list(ListImportsParams.builder().build());
    }

    /**
     * List imports. The imports of the environment, newest first, each with how far it is.
     * {@code GET /v1/contacts/imports}
     */
    public Pages<ImportView> list(ListImportsParams query) {
        return list(query, RequestOptions.none());
    }

    /**
     * List imports. The imports of the environment, newest first, each with how far it is.
     * {@code GET /v1/contacts/imports}
     */
    public Pages<ImportView> list(ListImportsParams query, RequestOptions options) {
        return transport.pages(new Transport.Call("GET", "/v1/contacts/imports", query, null, false, options), item -> Json.object(item, ImportView::fromJson));
    }

    /**
     * Look at an import. How far it is, and what became of each row: the counts add up to the rows that were
     * read.
     * {@code GET /v1/contacts/imports/{id}}
     */
    public ImportView get(String id) {
        return get(id, RequestOptions.none());
    }

    /**
     * Look at an import. How far it is, and what became of each row: the counts add up to the rows that were
     * read.
     * {@code GET /v1/contacts/imports/{id}}
     */
    public ImportView get(String id, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/contacts/imports/" + Transport.segment(id), null, null, false, options)), ImportView::fromJson);
    }

    /**
     * Send the next part of the file. Parts come one after another, up to 256 MiB together. {@code at} says where
     * each begins, so that a part whose answer was lost is sent again without harm; {@code bytes} of the answer is
     * where the next begins. A row of more than 500 columns, a cell of more than 64 KiB and what is no CSV is
     * refused with the row and the cure.
     * {@code POST /v1/contacts/imports/{id}/parts}
     */
    public ImportView addPart(String id, AddImportPartRequest body) {
        return addPart(id, body, RequestOptions.none());
    }

    /**
     * Send the next part of the file. Parts come one after another, up to 256 MiB together. {@code at} says where
     * each begins, so that a part whose answer was lost is sent again without harm; {@code bytes} of the answer is
     * where the next begins. A row of more than 500 columns, a cell of more than 64 KiB and what is no CSV is
     * refused with the row and the cure.
     * {@code POST /v1/contacts/imports/{id}/parts}
     */
    public ImportView addPart(String id, AddImportPartRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/contacts/imports/" + Transport.segment(id) + "/parts", null, body, false, options)), ImportView::fromJson);
    }

    /**
     * Look at the beginning of the file. The encoding and the sign between cells as they were guessed, the
     * columns with what they are taken to hold, and the first twenty rows.
     * {@code GET /v1/contacts/imports/{id}/preview}
     */
    public ImportPreview preview(String id) {
        return preview(id, RequestOptions.none());
    }

    /**
     * Look at the beginning of the file. The encoding and the sign between cells as they were guessed, the
     * columns with what they are taken to hold, and the first twenty rows.
     * {@code GET /v1/contacts/imports/{id}/preview}
     */
    public ImportPreview preview(String id, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/contacts/imports/" + Transport.segment(id) + "/preview", null, null, false, options)), ImportPreview::fromJson);
    }

    /**
     * Check or import the file. By default the whole file is read and judged, and nobody is stored ({@code dry_run}).
     * Started without it, each person becomes an entry of the ledger with the source and the proof, and comes
     * onto the list. Ask for the import to see how far it is.
     * {@code POST /v1/contacts/imports/{id}/start}
     */
    public ImportView start(String id, StartImportRequest body) {
        return start(id, body, RequestOptions.none());
    }

    /**
     * Check or import the file. By default the whole file is read and judged, and nobody is stored ({@code dry_run}).
     * Started without it, each person becomes an entry of the ledger with the source and the proof, and comes
     * onto the list. Ask for the import to see how far it is.
     * {@code POST /v1/contacts/imports/{id}/start}
     */
    public ImportView start(String id, StartImportRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/contacts/imports/" + Transport.segment(id) + "/start", null, body, false, options)), ImportView::fromJson);
    }

    /**
     * Fetch the refused rows. A piece of the error file: refused rows with their own columns, and what is wrong
     * in a last one. Pieces put together are the file; mended, it can be brought again. Kept for a day after
     * the import.
     * {@code GET /v1/contacts/imports/{id}/errors}
     */
    public ImportErrors readErrors(String id) {
        return readErrors(id, ReadImportErrorsParams.builder().build());
    }

    /**
     * Fetch the refused rows. A piece of the error file: refused rows with their own columns, and what is wrong
     * in a last one. Pieces put together are the file; mended, it can be brought again. Kept for a day after
     * the import.
     * {@code GET /v1/contacts/imports/{id}/errors}
     */
    public ImportErrors readErrors(String id, ReadImportErrorsParams query) {
        return readErrors(id, query, RequestOptions.none());
    }

    /**
     * Fetch the refused rows. A piece of the error file: refused rows with their own columns, and what is wrong
     * in a last one. Pieces put together are the file; mended, it can be brought again. Kept for a day after
     * the import.
     * {@code GET /v1/contacts/imports/{id}/errors}
     */
    public ImportErrors readErrors(String id, ReadImportErrorsParams query, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/contacts/imports/" + Transport.segment(id) + "/errors", query, null, false, options)), ImportErrors::fromJson);
    }

    /**
     * Stop an import. It stops behind the rows that are under way. Who was stored stays stored, and can be
     * taken back.
     * {@code POST /v1/contacts/imports/{id}/cancel}
     */
    public ImportView cancel(String id) {
        return cancel(id, RequestOptions.none());
    }

    /**
     * Stop an import. It stops behind the rows that are under way. Who was stored stays stored, and can be
     * taken back.
     * {@code POST /v1/contacts/imports/{id}/cancel}
     */
    public ImportView cancel(String id, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/contacts/imports/" + Transport.segment(id) + "/cancel", null, null, false, options)), ImportView::fromJson);
    }

    /**
     * Take an import back. Within 24 hours of its end. Each consent it brought is withdrawn, unless the person
     * said something since or had agreed before; nothing is deleted from the ledger.
     * {@code POST /v1/contacts/imports/{id}/undo}
     */
    public ImportView undo(String id) {
        return undo(id, RequestOptions.none());
    }

    /**
     * Take an import back. Within 24 hours of its end. Each consent it brought is withdrawn, unless the person
     * said something since or had agreed before; nothing is deleted from the ledger.
     * {@code POST /v1/contacts/imports/{id}/undo}
     */
    public ImportView undo(String id, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/contacts/imports/" + Transport.segment(id) + "/undo", null, null, false, options)), ImportView::fromJson);
    }
}
