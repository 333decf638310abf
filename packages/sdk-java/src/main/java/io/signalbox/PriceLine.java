// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * PriceLine. A field is null where the api gave none.
 *
 * @param country ISO 3166-1 alpha-2; empty for every country.
 * @param network MCC and MNC as digits, such as 40445; empty for every network.
 * @param prefix Beginning of the number as digits without “+”; empty for every number.
 */
public record PriceLine(
        Long line,
        String verdict,
        String routeId,
        String routeName,
        String country,
        String network,
        String prefix,
        PriceLineBefore before,
        PriceLineAfter after,
        Double changePercent,
        String from,
        String until
) {
    static PriceLine fromJson(Map<String, Object> json) {
        return new PriceLine(
            Json.whole(json.get("line")),
            Json.text(json.get("verdict")),
            Json.text(json.get("route_id")),
            Json.text(json.get("route_name")),
            Json.text(json.get("country")),
            Json.text(json.get("network")),
            Json.text(json.get("prefix")),
            Json.object(json.get("before"), PriceLineBefore::fromJson),
            Json.object(json.get("after"), PriceLineAfter::fromJson),
            Json.decimal(json.get("change_percent")),
            Json.text(json.get("from")),
            Json.text(json.get("until")));
    }
}
