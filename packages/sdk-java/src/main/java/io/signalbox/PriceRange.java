// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * PriceRange. A field is null where the api gave none.
 */
public record PriceRange(
        String currency,
        Long lowestMicros,
        Long highestMicros
) {
    static PriceRange fromJson(Map<String, Object> json) {
        return new PriceRange(
            Json.text(json.get("currency")),
            Json.whole(json.get("lowest_micros")),
            Json.whole(json.get("highest_micros")));
    }
}
