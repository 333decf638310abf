// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * LookupDay. A field is null where the api gave none.
 */
public record LookupDay(
        String day,
        String currency,
        Long asked,
        Long answered,
        Long spentMicros
) {
    static LookupDay fromJson(Map<String, Object> json) {
        return new LookupDay(
            Json.text(json.get("day")),
            Json.text(json.get("currency")),
            Json.whole(json.get("asked")),
            Json.whole(json.get("answered")),
            Json.whole(json.get("spent_micros")));
    }
}
