<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Resource;

use Signalbox\Model\ImportNetworksResult;
use Signalbox\Model\LookUpNumbersResult;
use Signalbox\Model\LookupView;
use Signalbox\Model\NetworkPrefixPage;
use Signalbox\Transport;

/** Calls of `$client->networks`. */
final class Networks
{
    public function __construct(private readonly Transport $transport)
    {
    }

    /**
     * Read how numbers are looked up. The service that knows the networks of numbers (MNP or HLR), the rules that
     * say which numbers are looked up before a text goes to them, and what was asked for and paid in the last thirty
     * days. The secret is never shown.
     * `GET /v1/networks/lookup`
     */
    public function getNumberLookup(
        ?float $timeoutSeconds = null,
    ): LookupView {
        return LookupView::fromArray($this->transport->call(
            'GET',
            '/v1/networks/lookup',
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Set how numbers are looked up. Sets the service and the rules as a whole; a `secret` that is left out stays.
     * Without a rule no number is looked up by itself. Where one says so, the number of a text of live is asked for
     * before the text is decided, unless it is known or policy stops the text; a text waits no longer than
     * `waits_ms` of its class and then goes by the range of its number. Needs a key of live.
     * `PUT /v1/networks/lookup`
     *
     * @param array{url: string, body?: array<string, mixed>, max_numbers?: int, auth?: 'none'|'bearer'|'basic'|'header', auth_user?: string, auth_header?: string, results_pointer?: string, number_pointer?: string, network_pointer?: string, mnc_pointer?: string, state_pointer?: string, reachable_words?: list<string>, absent_words?: list<string>, unknown_words?: list<string>, timeout_ms?: int, price_micros: int, currency: string, daily_numbers?: int, daily_micros?: int, network_days?: int, reach_minutes?: int} $service
     * @param int|null $version The version you read: when somebody else was faster you get `conflict`. Left out, what is there is replaced.
     * @param string|null $secret The password, token or key. Left out it stays as it is; empty it is removed.
     * @param list<array{country?: string, class: 'otp'|'transactional'|'marketing', look_up: bool, absent?: 'send'|'stop', unknown?: 'send'|'stop'}>|null $rules
     */
    public function setNumberLookup(
        bool $enabled,
        array $service,
        ?int $version = null,
        ?string $secret = null,
        ?array $rules = null,
        ?float $timeoutSeconds = null,
    ): LookupView {
        return LookupView::fromArray($this->transport->call(
            'PUT',
            '/v1/networks/lookup',
            body: [
                'version' => $version,
                'enabled' => $enabled,
                'service' => $service,
                'secret' => $secret,
                'rules' => $rules,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Look numbers up. Tells the networks of numbers and whether their phones can be reached. By default nothing is
     * asked (`dry_run`): what is known is told, and what asking for the rest would cost. `not_found` where no
     * service is switched on; to ask needs a key of live.
     * `POST /v1/networks/lookups`
     *
     * @param list<string> $numbers Numbers with their country code.
     * @param bool|null $dryRun Only tell what is known and what asking for the rest would cost.
     */
    public function lookUpNumbers(
        array $numbers,
        ?bool $dryRun = null,
        ?float $timeoutSeconds = null,
    ): LookUpNumbersResult {
        return LookUpNumbersResult::fromArray($this->transport->call(
            'POST',
            '/v1/networks/lookups',
            body: [
                'numbers' => $numbers,
                'dry_run' => $dryRun,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * List ranges of numbers. Which range of numbers belongs to which network, by prefix. Give `next_after` of one
     * page as `after` of the next. Live and sandbox share them; `sample` marks examples that came with the
     * installation.
     * `GET /v1/networks`
     *
     * @param string|null $after `next_after` of the page before.
     */
    public function list(
        ?int $limit = null,
        ?string $after = null,
        ?float $timeoutSeconds = null,
    ): NetworkPrefixPage {
        return NetworkPrefixPage::fromArray($this->transport->call(
            'GET',
            '/v1/networks',
            query: [
                'limit' => $limit,
                'after' => $after,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Bring in ranges of numbers. Reads a CSV file with the columns `prefix`, `network` (MCC and MNC, or one column
     * for each), `country` and `name`. The network of a number is that of the longest prefix it begins with: prices
     * of networks go by it, and each decision names it. Of a number that was ported a receipt or the lookup service
     * names another, which wins. By default nothing is changed (`dry_run`).
     * `POST /v1/networks/imports`
     *
     * @param string $csv The text of the file, with its line of column names.
     * @param string|null $fileName What the file is called; stands in the audit log.
     * @param bool|null $wholeTable The file is the whole table: prefixes it leaves out are removed, samples included.
     * @param bool|null $dryRun Read and compare only, change nothing.
     * @param bool|null $skipFaulty Store the rows that are right although others are not; else a file with a faulty row changes nothing.
     */
    public function importTable(
        string $csv,
        ?string $fileName = null,
        ?bool $wholeTable = null,
        ?bool $dryRun = null,
        ?bool $skipFaulty = null,
        ?float $timeoutSeconds = null,
    ): ImportNetworksResult {
        return ImportNetworksResult::fromArray($this->transport->call(
            'POST',
            '/v1/networks/imports',
            body: [
                'csv' => $csv,
                'file_name' => $fileName,
                'whole_table' => $wholeTable,
                'dry_run' => $dryRun,
                'skip_faulty' => $skipFaulty,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }
}
