// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * PriceView. A field is null where the api gave none.
 *
 * @param country ISO 3166-1 alpha-2; empty for every country.
 * @param network MCC and MNC as digits, such as 40445; empty for every network.
 * @param prefix Beginning of the number as digits without “+”; empty for every number.
 */
public record PriceView(
        String id,
        PriceViewRoute route,
        String country,
        String network,
        String prefix,
        Long priceMicros,
        String currency,
        String from,
        String until,
        String state,
        PriceViewCompared compared
) {
    static PriceView fromJson(Map<String, Object> json) {
        return new PriceView(
            Json.text(json.get("id")),
            Json.object(json.get("route"), PriceViewRoute::fromJson),
            Json.text(json.get("country")),
            Json.text(json.get("network")),
            Json.text(json.get("prefix")),
            Json.whole(json.get("price_micros")),
            Json.text(json.get("currency")),
            Json.text(json.get("from")),
            Json.text(json.get("until")),
            Json.text(json.get("state")),
            Json.object(json.get("compared"), PriceViewCompared::fromJson));
    }
}
