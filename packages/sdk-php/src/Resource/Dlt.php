<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Resource;

use Signalbox\Model\DltCheckResult;
use Signalbox\Model\DltEntryView;
use Signalbox\Model\DltExpiring;
use Signalbox\Model\DltImportResult;
use Signalbox\Model\DltStored;
use Signalbox\Pages;
use Signalbox\Transport;

/** Calls of `$client->dlt`. */
final class Dlt
{
    public function __construct(private readonly Transport $transport)
    {
    }

    /**
     * Check a text to India. Judges a text as operators in India will, in their order: entity, header, template,
     * kind, text, calls to action. Each difference from the template is marked with its place, the code an operator
     * would answer and what to do. Nothing is sent.
     * `POST /v1/dlt/check`
     *
     * @param string|null $from The header; null takes that of the template.
     * @param 'otp'|'transactional'|'marketing'|null $class
     * @param string|null $templateId Compare with this template; null finds those most like the text.
     */
    public function check(
        string $text,
        ?string $from = null,
        ?string $class = null,
        ?string $templateId = null,
        ?float $timeoutSeconds = null,
    ): DltCheckResult {
        return DltCheckResult::fromArray($this->transport->call(
            'POST',
            '/v1/dlt/check',
            body: [
                'text' => $text,
                'from' => $from,
                'class' => $class,
                'template_id' => $templateId,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * List registrations in India. The registrations of one kind on India’s ledgers, the oldest first, the same in
     * live and in sandbox. Fields of other kinds are null. Give `next_cursor` of one page as `cursor` of the next.
     * `GET /v1/dlt/entries`
     *
     * @param 'entities'|'headers'|'templates'|'calls_to_action'|'consent_templates'|'chains'|null $kind Which kind of registration.
     * @param string|null $search Text to be found in id, name, header, link or text.
     * @return Pages<DltEntryView>
     */
    public function listEntries(
        ?string $kind = null,
        ?string $search = null,
        ?string $cursor = null,
        ?int $limit = null,
        ?float $timeoutSeconds = null,
    ): Pages {
        return $this->transport->pages(
            DltEntryView::fromArray(...),
            'GET',
            '/v1/dlt/entries',
            query: [
                'kind' => $kind,
                'search' => $search,
                'cursor' => $cursor,
                'limit' => $limit,
            ],
            timeoutSeconds: $timeoutSeconds,
        );
    }

    /**
     * List registrations that soon expire. Active registrations whose last day comes within `within_days` days by
     * the calendar of India, the soonest first.
     * `GET /v1/dlt/expiring`
     */
    public function listExpiring(
        ?int $withinDays = null,
        ?float $timeoutSeconds = null,
    ): DltExpiring {
        return DltExpiring::fromArray($this->transport->call(
            'GET',
            '/v1/dlt/expiring',
            query: [
                'within_days' => $withinDays,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Bring in a file of an operator. Reads a CSV file as operators’ portals give it: the names of its columns are
     * recognised, whatever their order. By default nothing is stored (`dry_run`); the answer says how each column
     * was read and what is wrong with which row, and `error_csv` has the faulty rows with the reason beside them.
     * Registrations that are on file already are changed to what the file says.
     * `POST /v1/dlt/imports`
     *
     * @param 'entities'|'headers'|'templates'|'calls_to_action'|'consent_templates'|'chains' $kind
     * @param string $entityId The entity whose file it is; it must be on file.
     * @param string $csv The text of the file, with its line of column names.
     * @param bool|null $dryRun Read and judge only, store nothing.
     * @param bool|null $skipFaulty Store the rows that are right although others are not; else a file with a faulty row stores nothing.
     */
    public function importFile(
        string $kind,
        string $entityId,
        string $csv,
        ?bool $dryRun = null,
        ?bool $skipFaulty = null,
        ?float $timeoutSeconds = null,
    ): DltImportResult {
        return DltImportResult::fromArray($this->transport->call(
            'POST',
            '/v1/dlt/imports',
            body: [
                'kind' => $kind,
                'entity_id' => $entityId,
                'csv' => $csv,
                'dry_run' => $dryRun,
                'skip_faulty' => $skipFaulty,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Store principal entities. Each is stored in place of the one that is on file already; what is the same stays
     * as it is. A workspace with an entity on file sends texts to India only when operators’ scrubbing will let them
     * pass. In force for the next message, in live and in sandbox.
     * `PUT /v1/dlt/entities`
     *
     * @param list<array{entity_id: string, name: string, status?: 'pending'|'active'|'rejected'|'suspended'|'inactive'|'blacklisted', expires_on?: string, matching?: array{variable_limit?: int, variable_warn_over?: int, ignore_case?: bool, ignore_spaces?: bool, ignore_punctuation?: bool, alphanumeric_spaces?: bool}}> $entries
     */
    public function saveEntities(
        array $entries,
        ?float $timeoutSeconds = null,
    ): DltStored {
        return DltStored::fromArray($this->transport->call(
            'PUT',
            '/v1/dlt/entities',
            body: [
                'entries' => $entries,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Store headers. Each is stored in place of the one that is on file already; what is the same stays as it is.
     * Give the bare header: the operator puts its letters before it and -P, -S, -T or -G behind. In force for the
     * next message, in live and in sandbox.
     * `PUT /v1/dlt/headers`
     *
     * @param list<array{entity_id: string, header: string, status?: 'pending'|'active'|'rejected'|'suspended'|'inactive'|'blacklisted', expires_on?: string}> $entries
     */
    public function saveHeaders(
        array $entries,
        ?float $timeoutSeconds = null,
    ): DltStored {
        return DltStored::fromArray($this->transport->call(
            'PUT',
            '/v1/dlt/headers',
            body: [
                'entries' => $entries,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Store content templates. Each is stored in place of the one that is on file already; what is the same stays as
     * it is. The text is given as registered, with `{#numeric#}` and its like in it, or with `{#var#}` and the tags
     * beside it. In force for the next message, in live and in sandbox.
     * `PUT /v1/dlt/templates`
     *
     * @param list<array{entity_id: string, template_id: string, name: string, kind: 'transactional'|'service_implicit'|'service_explicit'|'promotional'|'government', headers: list<string>, text: string, tags?: list<'var'|'numeric'|'alphanumeric'|'url'|'urlott'|'cbn'|'email'>, consent_template_id?: string, status?: 'pending'|'active'|'rejected'|'suspended'|'inactive'|'blacklisted', expires_on?: string}> $entries
     */
    public function saveTemplates(
        array $entries,
        ?float $timeoutSeconds = null,
    ): DltStored {
        return DltStored::fromArray($this->transport->call(
            'PUT',
            '/v1/dlt/templates',
            body: [
                'entries' => $entries,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Store calls to action. Each is stored in place of the one that is on file already; what is the same stays as
     * it is. Links, numbers and addresses that are not on the whitelist stop a text. In force for the next message,
     * in live and in sandbox.
     * `PUT /v1/dlt/calls_to_action`
     *
     * @param list<array{entity_id: string, type: 'static_url'|'dynamic_url'|'short_url'|'apk'|'ott'|'call_back_number'|'email', value: string, status?: 'pending'|'active'|'rejected'|'suspended'|'inactive'|'blacklisted', expires_on?: string}> $entries
     */
    public function saveCallsToAction(
        array $entries,
        ?float $timeoutSeconds = null,
    ): DltStored {
        return DltStored::fromArray($this->transport->call(
            'PUT',
            '/v1/dlt/calls_to_action',
            body: [
                'entries' => $entries,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Store consent templates. Each is stored in place of the one that is on file already; what is the same stays as
     * it is. They are the wording by which operators ask for consents. In force for the next message, in live and in
     * sandbox.
     * `PUT /v1/dlt/consent_templates`
     *
     * @param list<array{entity_id: string, template_id: string, name: string, text: string, status?: 'pending'|'active'|'rejected'|'suspended'|'inactive'|'blacklisted', expires_on?: string}> $entries
     */
    public function saveConsentTemplates(
        array $entries,
        ?float $timeoutSeconds = null,
    ): DltStored {
        return DltStored::fromArray($this->transport->call(
            'PUT',
            '/v1/dlt/consent_templates',
            body: [
                'entries' => $entries,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Remove a registration. Takes a registration off the file. With an entity goes all that is registered under it;
     * nothing changes at the operator.
     * `DELETE /v1/dlt/entries/{entry_id}`
     */
    public function removeEntry(
        string $entryId,
        ?float $timeoutSeconds = null,
    ): void {
        $this->transport->call(
            'DELETE',
            '/v1/dlt/entries/' . Transport::segment($entryId),
            timeoutSeconds: $timeoutSeconds,
        );
    }
}
