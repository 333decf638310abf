// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * PriceLineAfter. A field is null where the api gave none.
 */
public record PriceLineAfter(
        Long priceMicros,
        String currency
) {
    static PriceLineAfter fromJson(Map<String, Object> json) {
        return new PriceLineAfter(
            Json.whole(json.get("price_micros")),
            Json.text(json.get("currency")));
    }
}
