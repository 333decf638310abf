// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * CountryViewMaxPrice. A field is null where the api gave none.
 */
public record CountryViewMaxPrice(
        Long amountMicros,
        String currency
) {
    static CountryViewMaxPrice fromJson(Map<String, Object> json) {
        return new CountryViewMaxPrice(
            Json.whole(json.get("amount_micros")),
            Json.text(json.get("currency")));
    }
}
