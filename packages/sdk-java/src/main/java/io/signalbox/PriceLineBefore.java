// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * PriceLineBefore. A field is null where the api gave none.
 */
public record PriceLineBefore(
        Long priceMicros,
        String currency
) {
    static PriceLineBefore fromJson(Map<String, Object> json) {
        return new PriceLineBefore(
            Json.whole(json.get("price_micros")),
            Json.text(json.get("currency")));
    }
}
