<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Resource;

use Signalbox\Model\ImportErrors;
use Signalbox\Model\ImportPreview;
use Signalbox\Model\ImportView;
use Signalbox\Pages;
use Signalbox\Transport;

/** Calls of `$client->imports`. */
final class Imports
{
    public function __construct(private readonly Transport $transport)
    {
    }

    /**
     * Begin the import of a file. People of a CSV file of up to two million rows come onto a list, each with the
     * consent that was given elsewhere. Send the file in parts, start a check, then start the import; a worker reads
     * it, and it goes on when nobody looks. For a few thousand people one call is enough: `POST
     * /v1/lists/{id}/imports`.
     * `POST /v1/contacts/imports`
     *
     * @param string $listId The list the people come onto: lst_ and 26 characters.
     * @param string|null $fileName What people know the file by.
     * @param int|null $size How large the file is, in bytes: then it cannot be started before all of it is here.
     */
    public function create(
        string $listId,
        ?string $fileName = null,
        ?int $size = null,
        ?float $timeoutSeconds = null,
    ): ImportView {
        return ImportView::fromArray($this->transport->call(
            'POST',
            '/v1/contacts/imports',
            body: [
                'list_id' => $listId,
                'file_name' => $fileName,
                'size' => $size,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * List imports. The imports of the environment, newest first, each with how far it is.
     * `GET /v1/contacts/imports`
     *
     * @return Pages<ImportView>
     */
    public function list(
        ?int $limit = null,
        ?string $cursor = null,
        ?float $timeoutSeconds = null,
    ): Pages {
        return $this->transport->pages(
            ImportView::fromArray(...),
            'GET',
            '/v1/contacts/imports',
            query: [
                'limit' => $limit,
                'cursor' => $cursor,
            ],
            timeoutSeconds: $timeoutSeconds,
        );
    }

    /**
     * Look at an import. How far it is, and what became of each row: the counts add up to the rows that were read.
     * `GET /v1/contacts/imports/{id}`
     */
    public function get(
        string $id,
        ?float $timeoutSeconds = null,
    ): ImportView {
        return ImportView::fromArray($this->transport->call(
            'GET',
            '/v1/contacts/imports/' . Transport::segment($id),
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Send the next part of the file. Parts come one after another, up to 256 MiB together. `at` says where each
     * begins, so that a part whose answer was lost is sent again without harm; `bytes` of the answer is where the
     * next begins. A row of more than 500 columns, a cell of more than 64 KiB and what is no CSV is refused with the
     * row and the cure.
     * `POST /v1/contacts/imports/{id}/parts`
     *
     * @param int $at Where the part begins in the file, in bytes: what was sent before it.
     * @param string $data At most 2 MiB of the file as base64. A part sent again changes nothing.
     */
    public function addPart(
        string $id,
        int $at,
        string $data,
        ?float $timeoutSeconds = null,
    ): ImportView {
        return ImportView::fromArray($this->transport->call(
            'POST',
            '/v1/contacts/imports/' . Transport::segment($id) . '/parts',
            body: [
                'at' => $at,
                'data' => $data,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Look at the beginning of the file. The encoding and the sign between cells as they were guessed, the columns
     * with what they are taken to hold, and the first twenty rows.
     * `GET /v1/contacts/imports/{id}/preview`
     */
    public function preview(
        string $id,
        ?float $timeoutSeconds = null,
    ): ImportPreview {
        return ImportPreview::fromArray($this->transport->call(
            'GET',
            '/v1/contacts/imports/' . Transport::segment($id) . '/preview',
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Check or import the file. By default the whole file is read and judged, and nobody is stored (`dry_run`).
     * Started without it, each person becomes an entry of the ledger with the source and the proof, and comes onto
     * the list. Ask for the import to see how far it is.
     * `POST /v1/contacts/imports/{id}/start`
     *
     * @param string $source Where the consents come from; kept in the ledger with each of them.
     * @param string $reference The proof of the file as a whole: what you find it by in your own files.
     * @param string|null $givenAt When the consents were given, for rows that do not say so themselves.
     * @param string|null $country The country of numbers that are written without "+" and country code; left out, such numbers are refused.
     * @param 'keep'|'renew'|null $duplicates Who is on the list already: `keep` leaves them as they are, `renew` adds the consent of the file and its language.
     * @param list<'address'|'given_at'|'locale'|'ip'|'reference'>|null $columns What each column holds, in their order; null is not read. Left out, columns are known by their names.
     * @param bool|null $dryRun Read and judge the whole file, and store nobody.
     */
    public function start(
        string $id,
        string $source,
        string $reference,
        ?string $givenAt = null,
        ?string $country = null,
        ?string $duplicates = null,
        ?array $columns = null,
        ?bool $dryRun = null,
        ?float $timeoutSeconds = null,
    ): ImportView {
        return ImportView::fromArray($this->transport->call(
            'POST',
            '/v1/contacts/imports/' . Transport::segment($id) . '/start',
            body: [
                'source' => $source,
                'reference' => $reference,
                'given_at' => $givenAt,
                'country' => $country,
                'duplicates' => $duplicates,
                'columns' => $columns,
                'dry_run' => $dryRun,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Fetch the refused rows. A piece of the error file: refused rows with their own columns, and what is wrong in a
     * last one. Pieces put together are the file; mended, it can be brought again. Kept for a day after the import.
     * `GET /v1/contacts/imports/{id}/errors`
     */
    public function readErrors(
        string $id,
        ?string $cursor = null,
        ?float $timeoutSeconds = null,
    ): ImportErrors {
        return ImportErrors::fromArray($this->transport->call(
            'GET',
            '/v1/contacts/imports/' . Transport::segment($id) . '/errors',
            query: [
                'cursor' => $cursor,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Stop an import. It stops behind the rows that are under way. Who was stored stays stored, and can be taken
     * back.
     * `POST /v1/contacts/imports/{id}/cancel`
     */
    public function cancel(
        string $id,
        ?float $timeoutSeconds = null,
    ): ImportView {
        return ImportView::fromArray($this->transport->call(
            'POST',
            '/v1/contacts/imports/' . Transport::segment($id) . '/cancel',
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Take an import back. Within 24 hours of its end. Each consent it brought is withdrawn, unless the person said
     * something since or had agreed before; nothing is deleted from the ledger.
     * `POST /v1/contacts/imports/{id}/undo`
     */
    public function undo(
        string $id,
        ?float $timeoutSeconds = null,
    ): ImportView {
        return ImportView::fromArray($this->transport->call(
            'POST',
            '/v1/contacts/imports/' . Transport::segment($id) . '/undo',
            timeoutSeconds: $timeoutSeconds,
        ));
    }
}
