// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * QuotedRoute. A field is null where the api gave none.
 */
public record QuotedRoute(
        String routeId,
        String routeName,
        Double share,
        Long priceMicros,
        String currency
) {
    static QuotedRoute fromJson(Map<String, Object> json) {
        return new QuotedRoute(
            Json.text(json.get("route_id")),
            Json.text(json.get("route_name")),
            Json.decimal(json.get("share")),
            Json.whole(json.get("price_micros")),
            Json.text(json.get("currency")));
    }
}
