// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;

/** Calls of {@code client.networks()}. */
public final class NetworksResource {
    private final Transport transport;

    NetworksResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Read how numbers are looked up. The service that knows the networks of numbers (MNP or HLR), the rules
     * that say which numbers are looked up before a text goes to them, and what was asked for and paid in the
     * last thirty days. The secret is never shown.
     * {@code GET /v1/networks/lookup}
     */
    public LookupView getNumberLookup() {
        return getNumberLookup(RequestOptions.none());
    }

    /**
     * Read how numbers are looked up. The service that knows the networks of numbers (MNP or HLR), the rules
     * that say which numbers are looked up before a text goes to them, and what was asked for and paid in the
     * last thirty days. The secret is never shown.
     * {@code GET /v1/networks/lookup}
     */
    public LookupView getNumberLookup(RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/networks/lookup", null, null, false, options)), LookupView::fromJson);
    }

    /**
     * Set how numbers are looked up. Sets the service and the rules as a whole; a {@code secret} that is left out
     * stays. Without a rule no number is looked up by itself. Where one says so, the number of a text of live
     * is asked for before the text is decided, unless it is known or policy stops the text; a text waits no
     * longer than {@code waits_ms} of its class and then goes by the range of its number. Needs a key of live.
     * {@code PUT /v1/networks/lookup}
     */
    public LookupView setNumberLookup(SetLookupRequest body) {
        return setNumberLookup(body, RequestOptions.none());
    }

    /**
     * Set how numbers are looked up. Sets the service and the rules as a whole; a {@code secret} that is left out
     * stays. Without a rule no number is looked up by itself. Where one says so, the number of a text of live
     * is asked for before the text is decided, unless it is known or policy stops the text; a text waits no
     * longer than {@code waits_ms} of its class and then goes by the range of its number. Needs a key of live.
     * {@code PUT /v1/networks/lookup}
     */
    public LookupView setNumberLookup(SetLookupRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("PUT", "/v1/networks/lookup", null, body, false, options)), LookupView::fromJson);
    }

    /**
     * Look numbers up. Tells the networks of numbers and whether their phones can be reached. By default
     * nothing is asked ({@code dry_run}): what is known is told, and what asking for the rest would cost. {@code not_found}
     * where no service is switched on; to ask needs a key of live.
     * {@code POST /v1/networks/lookups}
     */
    public LookUpNumbersResult lookUpNumbers(LookUpNumbersRequest body) {
        return lookUpNumbers(body, RequestOptions.none());
    }

    /**
     * Look numbers up. Tells the networks of numbers and whether their phones can be reached. By default
     * nothing is asked ({@code dry_run}): what is known is told, and what asking for the rest would cost. {@code not_found}
     * where no service is switched on; to ask needs a key of live.
     * {@code POST /v1/networks/lookups}
     */
    public LookUpNumbersResult lookUpNumbers(LookUpNumbersRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/networks/lookups", null, body, false, options)), LookUpNumbersResult::fromJson);
    }

    /**
     * List ranges of numbers. Which range of numbers belongs to which network, by prefix. Give {@code next_after} of
     * one page as {@code after} of the next. Live and sandbox share them; {@code sample} marks examples that came with the
     * installation.
     * {@code GET /v1/networks}
     */
    public NetworkPrefixPage list() {
        return list(ListNetworksParams.builder().build());
    }

    /**
     * List ranges of numbers. Which range of numbers belongs to which network, by prefix. Give {@code next_after} of
     * one page as {@code after} of the next. Live and sandbox share them; {@code sample} marks examples that came with the
     * installation.
     * {@code GET /v1/networks}
     */
    public NetworkPrefixPage list(ListNetworksParams query) {
        return list(query, RequestOptions.none());
    }

    /**
     * List ranges of numbers. Which range of numbers belongs to which network, by prefix. Give {@code next_after} of
     * one page as {@code after} of the next. Live and sandbox share them; {@code sample} marks examples that came with the
     * installation.
     * {@code GET /v1/networks}
     */
    public NetworkPrefixPage list(ListNetworksParams query, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/networks", query, null, false, options)), NetworkPrefixPage::fromJson);
    }

    /**
     * Bring in ranges of numbers. Reads a CSV file with the columns {@code prefix}, {@code network} (MCC and MNC, or one
     * column for each), {@code country} and {@code name}. The network of a number is that of the longest prefix it begins
     * with: prices of networks go by it, and each decision names it. Of a number that was ported a receipt or
     * the lookup service names another, which wins. By default nothing is changed ({@code dry_run}).
     * {@code POST /v1/networks/imports}
     */
    public ImportNetworksResult importTable(ImportNetworksRequest body) {
        return importTable(body, RequestOptions.none());
    }

    /**
     * Bring in ranges of numbers. Reads a CSV file with the columns {@code prefix}, {@code network} (MCC and MNC, or one
     * column for each), {@code country} and {@code name}. The network of a number is that of the longest prefix it begins
     * with: prices of networks go by it, and each decision names it. Of a number that was ported a receipt or
     * the lookup service names another, which wins. By default nothing is changed ({@code dry_run}).
     * {@code POST /v1/networks/imports}
     */
    public ImportNetworksResult importTable(ImportNetworksRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/networks/imports", null, body, false, options)), ImportNetworksResult::fromJson);
    }
}
