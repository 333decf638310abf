// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * SubstitutionSavingSaved. A field is null where the api gave none.
 */
public record SubstitutionSavingSaved(
        Long amountMicros,
        String currency
) {
    static SubstitutionSavingSaved fromJson(Map<String, Object> json) {
        return new SubstitutionSavingSaved(
            Json.whole(json.get("amount_micros")),
            Json.text(json.get("currency")));
    }
}
