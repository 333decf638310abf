// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * PriceViewCompared. A field is null where the api gave none.
 */
public record PriceViewCompared(
        Long priceMicros,
        String currency
) {
    static PriceViewCompared fromJson(Map<String, Object> json) {
        return new PriceViewCompared(
            Json.whole(json.get("price_micros")),
            Json.text(json.get("currency")));
    }
}
