// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * QuotedCountry. A field is null where the api gave none.
 */
public record QuotedCountry(
        String country,
        Long count,
        CostInterval perMessage,
        CostInterval total,
        List<QuotedRoute> routes,
        Boolean routesDown
) {
    static QuotedCountry fromJson(Map<String, Object> json) {
        return new QuotedCountry(
            Json.text(json.get("country")),
            Json.whole(json.get("count")),
            Json.object(json.get("per_message"), CostInterval::fromJson),
            Json.object(json.get("total"), CostInterval::fromJson),
            Json.list(json.get("routes"), item -> Json.object(item, QuotedRoute::fromJson)),
            Json.flag(json.get("routes_down")));
    }
}
