// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;

/** Calls of {@code client.prices()}. */
public final class PricesResource {
    private final Transport transport;

    PricesResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Bring in a price list. Reads a CSV file as suppliers give it: columns such as {@code route}, {@code country},
     * {@code network} (MCC and MNC), {@code prefix}, {@code price}, {@code currency}, {@code valid_from} and {@code valid_until} are recognised by
     * their names, whatever their order. By default nothing is changed ({@code dry_run}): the answer says what is
     * new, dearer, cheaper, ended or unchanged, which columns are not known and what is wrong with which row.
     * Applied, all of it is in force for the next decision, or from the day a row says; days are UTC, and a
     * price holds to the end of its last day. A row without a price ends the one in force. Where a message goes
     * to counts by network first, then by the longest prefix, the country, and everywhere; a route without a
     * listed price costs what the route itself says.
     * {@code POST /v1/prices/imports}
     */
    public ImportPricesResult importList(ImportPricesRequest body) {
        return importList(body, RequestOptions.none());
    }

    /**
     * Bring in a price list. Reads a CSV file as suppliers give it: columns such as {@code route}, {@code country},
     * {@code network} (MCC and MNC), {@code prefix}, {@code price}, {@code currency}, {@code valid_from} and {@code valid_until} are recognised by
     * their names, whatever their order. By default nothing is changed ({@code dry_run}): the answer says what is
     * new, dearer, cheaper, ended or unchanged, which columns are not known and what is wrong with which row.
     * Applied, all of it is in force for the next decision, or from the day a row says; days are UTC, and a
     * price holds to the end of its last day. A row without a price ends the one in force. Where a message goes
     * to counts by network first, then by the longest prefix, the country, and everywhere; a route without a
     * listed price costs what the route itself says.
     * {@code POST /v1/prices/imports}
     */
    public ImportPricesResult importList(ImportPricesRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/prices/imports", null, body, false, options)), ImportPricesResult::fromJson);
    }

    /**
     * List prices. The prices of the lists that were brought in, the newest first, each with the span of time
     * it holds and what it is in the currency of the workspace by the rate of today. Give {@code next_cursor} of one
     * page as {@code cursor} of the next.
     * {@code GET /v1/prices}
     */
    public Pages<PriceView> list() {
        return list(ListPricesParams.builder().build());
    }

    /**
     * List prices. The prices of the lists that were brought in, the newest first, each with the span of time
     * it holds and what it is in the currency of the workspace by the rate of today. Give {@code next_cursor} of one
     * page as {@code cursor} of the next.
     * {@code GET /v1/prices}
     */
    public Pages<PriceView> list(ListPricesParams query) {
        return list(query, RequestOptions.none());
    }

    /**
     * List prices. The prices of the lists that were brought in, the newest first, each with the span of time
     * it holds and what it is in the currency of the workspace by the rate of today. Give {@code next_cursor} of one
     * page as {@code cursor} of the next.
     * {@code GET /v1/prices}
     */
    public Pages<PriceView> list(ListPricesParams query, RequestOptions options) {
        return transport.pages(new Transport.Call("GET", "/v1/prices", query, null, false, options), item -> Json.object(item, PriceView::fromJson));
    }

    /**
     * List changes of prices. The newest hundred price lists that were applied or taken back: who, when, by
     * which file, and what it changed.
     * {@code GET /v1/prices/changes}
     */
    public PriceChangeList listChanges() {
        return listChanges(RequestOptions.none());
    }

    /**
     * List changes of prices. The newest hundred price lists that were applied or taken back: who, when, by
     * which file, and what it changed.
     * {@code GET /v1/prices/changes}
     */
    public PriceChangeList listChanges(RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/prices/changes", null, null, false, options)), PriceChangeList::fromJson);
    }

    /**
     * Take a price list back. What the list took away holds again and what it brought is gone, in force for the
     * next decision. Decisions that were made by its prices keep them in their records. {@code conflict} when a later
     * list touched the same prices: take that one back first.
     * {@code POST /v1/prices/changes/{id}/undo}
     */
    public PricesUndone undoChange(String id) {
        return undoChange(id, RequestOptions.none());
    }

    /**
     * Take a price list back. What the list took away holds again and what it brought is gone, in force for the
     * next decision. Decisions that were made by its prices keep them in their records. {@code conflict} when a later
     * list touched the same prices: take that one back first.
     * {@code POST /v1/prices/changes/{id}/undo}
     */
    public PricesUndone undoChange(String id, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/prices/changes/" + Transport.segment(id) + "/undo", null, null, false, options)), PricesUndone::fromJson);
    }

    /**
     * List exchange rates. What one unit of each currency is worth in the currency of the workspace, from which
     * day on, and the currencies of routes and prices that have no rate: their costs cannot be compared with
     * others. Live and sandbox share them.
     * {@code GET /v1/exchange-rates}
     */
    public ExchangeRateList listExchangeRates() {
        return listExchangeRates(RequestOptions.none());
    }

    /**
     * List exchange rates. What one unit of each currency is worth in the currency of the workspace, from which
     * day on, and the currencies of routes and prices that have no rate: their costs cannot be compared with
     * others. Live and sandbox share them.
     * {@code GET /v1/exchange-rates}
     */
    public ExchangeRateList listExchangeRates(RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/exchange-rates", null, null, false, options)), ExchangeRateList::fromJson);
    }

    /**
     * Set exchange rates. Sets rates into the currency of the workspace, each from a day (UTC) until the next
     * one. A rate of the same currency and day takes the place of the earlier one; others stay.
     * {@code PUT /v1/exchange-rates}
     */
    public ExchangeRateList setExchangeRates(SetExchangeRatesRequest body) {
        return setExchangeRates(body, RequestOptions.none());
    }

    /**
     * Set exchange rates. Sets rates into the currency of the workspace, each from a day (UTC) until the next
     * one. A rate of the same currency and day takes the place of the earlier one; others stay.
     * {@code PUT /v1/exchange-rates}
     */
    public ExchangeRateList setExchangeRates(SetExchangeRatesRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("PUT", "/v1/exchange-rates", null, body, false, options)), ExchangeRateList::fromJson);
    }

    /**
     * Take an exchange rate away. The rate of an earlier day counts again, if there is one.
     * {@code DELETE /v1/exchange-rates/{rate}}
     */
    public ExchangeRateList removeExchangeRate(String rate) {
        return removeExchangeRate(rate, RequestOptions.none());
    }

    /**
     * Take an exchange rate away. The rate of an earlier day counts again, if there is one.
     * {@code DELETE /v1/exchange-rates/{rate}}
     */
    public ExchangeRateList removeExchangeRate(String rate, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("DELETE", "/v1/exchange-rates/" + Transport.segment(rate), null, null, false, options)), ExchangeRateList::fromJson);
    }
}
