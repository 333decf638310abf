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
     * with: prices of networks go by it, and each decision names it. Numbers that were ported are not told
     * apart. By default nothing is changed ({@code dry_run}).
     * {@code POST /v1/networks/imports}
     */
    public ImportNetworksResult importTable(ImportNetworksRequest body) {
        return importTable(body, RequestOptions.none());
    }

    /**
     * Bring in ranges of numbers. Reads a CSV file with the columns {@code prefix}, {@code network} (MCC and MNC, or one
     * column for each), {@code country} and {@code name}. The network of a number is that of the longest prefix it begins
     * with: prices of networks go by it, and each decision names it. Numbers that were ported are not told
     * apart. By default nothing is changed ({@code dry_run}).
     * {@code POST /v1/networks/imports}
     */
    public ImportNetworksResult importTable(ImportNetworksRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/networks/imports", null, body, false, options)), ImportNetworksResult::fromJson);
    }
}
