// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * MessageGroupSubstitutionSaved. A field is null where the api gave none.
 */
public record MessageGroupSubstitutionSaved(
        Long amountMicros,
        String currency
) {
    static MessageGroupSubstitutionSaved fromJson(Map<String, Object> json) {
        return new MessageGroupSubstitutionSaved(
            Json.whole(json.get("amount_micros")),
            Json.text(json.get("currency")));
    }
}
