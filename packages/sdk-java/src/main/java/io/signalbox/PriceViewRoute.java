// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * PriceViewRoute. A field is null where the api gave none.
 */
public record PriceViewRoute(
        String id,
        String name
) {
    static PriceViewRoute fromJson(Map<String, Object> json) {
        return new PriceViewRoute(
            Json.text(json.get("id")),
            Json.text(json.get("name")));
    }
}
