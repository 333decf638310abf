<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Resource;

use Signalbox\Model\ExchangeRateList;
use Signalbox\Model\ImportPricesResult;
use Signalbox\Model\PriceChangeList;
use Signalbox\Model\PriceView;
use Signalbox\Model\PricesUndone;
use Signalbox\Pages;
use Signalbox\Transport;

/** Calls of `$client->prices`. */
final class Prices
{
    public function __construct(private readonly Transport $transport)
    {
    }

    /**
     * Bring in a price list. Reads a CSV file as suppliers give it: columns such as `route`, `country`, `network`
     * (MCC and MNC), `prefix`, `price`, `currency`, `valid_from` and `valid_until` are recognised by their names,
     * whatever their order. By default nothing is changed (`dry_run`): the answer says what is new, dearer, cheaper,
     * ended or unchanged, which columns are not known and what is wrong with which row. Applied, all of it is in
     * force for the next decision, or from the day a row says; days are UTC, and a price holds to the end of its
     * last day. A row without a price ends the one in force. Where a message goes to counts by network first, then
     * by the longest prefix, the country, and everywhere; a route without a listed price costs what the route itself
     * says.
     * `POST /v1/prices/imports`
     *
     * @param string $csv The text of the file, with its line of column names.
     * @param string|null $fileName What the file is called; stands in the history.
     * @param string|null $routeId The route of rows that name none; needed when the file has no column for route or provider.
     * @param string|null $currency The currency of rows that name none; needed when the file has no such column.
     * @param bool|null $wholeList The file is the whole list of the routes it names: prices of theirs that it leaves out end.
     * @param bool|null $dryRun Read and compare only, change nothing.
     * @param bool|null $skipFaulty Apply the rows that are right although others are not; else a file with a faulty row changes nothing.
     */
    public function importList(
        string $csv,
        ?string $fileName = null,
        ?string $routeId = null,
        ?string $currency = null,
        ?bool $wholeList = null,
        ?bool $dryRun = null,
        ?bool $skipFaulty = null,
        ?float $timeoutSeconds = null,
    ): ImportPricesResult {
        return ImportPricesResult::fromArray($this->transport->call(
            'POST',
            '/v1/prices/imports',
            body: [
                'csv' => $csv,
                'file_name' => $fileName,
                'route_id' => $routeId,
                'currency' => $currency,
                'whole_list' => $wholeList,
                'dry_run' => $dryRun,
                'skip_faulty' => $skipFaulty,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * List prices. The prices of the lists that were brought in, the newest first, each with the span of time it
     * holds and what it is in the currency of the workspace by the rate of today. Give `next_cursor` of one page as
     * `cursor` of the next.
     * `GET /v1/prices`
     *
     * @param 'current'|'all'|null $state current: in force or to come; all: also those over.
     * @return Pages<PriceView>
     */
    public function list(
        ?int $limit = null,
        ?string $cursor = null,
        ?string $routeId = null,
        ?string $country = null,
        ?string $state = null,
        ?float $timeoutSeconds = null,
    ): Pages {
        return $this->transport->pages(
            PriceView::fromArray(...),
            'GET',
            '/v1/prices',
            query: [
                'limit' => $limit,
                'cursor' => $cursor,
                'route_id' => $routeId,
                'country' => $country,
                'state' => $state,
            ],
            timeoutSeconds: $timeoutSeconds,
        );
    }

    /**
     * List changes of prices. The newest hundred price lists that were applied or taken back: who, when, by which
     * file, and what it changed.
     * `GET /v1/prices/changes`
     */
    public function listChanges(
        ?float $timeoutSeconds = null,
    ): PriceChangeList {
        return PriceChangeList::fromArray($this->transport->call(
            'GET',
            '/v1/prices/changes',
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Take a price list back. What the list took away holds again and what it brought is gone, in force for the next
     * decision. Decisions that were made by its prices keep them in their records. `conflict` when a later list
     * touched the same prices: take that one back first.
     * `POST /v1/prices/changes/{id}/undo`
     */
    public function undoChange(
        string $id,
        ?float $timeoutSeconds = null,
    ): PricesUndone {
        return PricesUndone::fromArray($this->transport->call(
            'POST',
            '/v1/prices/changes/' . Transport::segment($id) . '/undo',
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * List exchange rates. What one unit of each currency is worth in the currency of the workspace, from which day
     * on, and the currencies of routes and prices that have no rate: their costs cannot be compared with others.
     * Live and sandbox share them.
     * `GET /v1/exchange-rates`
     */
    public function listExchangeRates(
        ?float $timeoutSeconds = null,
    ): ExchangeRateList {
        return ExchangeRateList::fromArray($this->transport->call(
            'GET',
            '/v1/exchange-rates',
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Set exchange rates. Sets rates into the currency of the workspace, each from a day (UTC) until the next one. A
     * rate of the same currency and day takes the place of the earlier one; others stay.
     * `PUT /v1/exchange-rates`
     *
     * @param list<array{currency: string, from: string, rate: string}> $rates
     */
    public function setExchangeRates(
        array $rates,
        ?float $timeoutSeconds = null,
    ): ExchangeRateList {
        return ExchangeRateList::fromArray($this->transport->call(
            'PUT',
            '/v1/exchange-rates',
            body: [
                'rates' => $rates,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Take an exchange rate away. The rate of an earlier day counts again, if there is one.
     * `DELETE /v1/exchange-rates/{rate}`
     */
    public function removeExchangeRate(
        string $rate,
        ?float $timeoutSeconds = null,
    ): ExchangeRateList {
        return ExchangeRateList::fromArray($this->transport->call(
            'DELETE',
            '/v1/exchange-rates/' . Transport::segment($rate),
            timeoutSeconds: $timeoutSeconds,
        ));
    }
}
