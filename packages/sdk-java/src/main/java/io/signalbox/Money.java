// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * Money. A field is null where the api gave none.
 */
public record Money(
        Long amountMicros,
        String currency
) {
    static Money fromJson(Map<String, Object> json) {
        return new Money(
            Json.whole(json.get("amount_micros")),
            Json.text(json.get("currency")));
    }
}
