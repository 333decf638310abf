<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Resource;

use Signalbox\Model\ImportNetworksResult;
use Signalbox\Model\NetworkPrefixPage;
use Signalbox\Transport;

/** Calls of `$client->networks`. */
final class Networks
{
    public function __construct(private readonly Transport $transport)
    {
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
     * of networks go by it, and each decision names it. Numbers that were ported are not told apart. By default
     * nothing is changed (`dry_run`).
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
