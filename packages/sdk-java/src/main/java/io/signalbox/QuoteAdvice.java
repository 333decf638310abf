// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * QuoteAdvice. A field is null where the api gave none.
 */
public record QuoteAdvice(
        String instead,
        String country,
        Long count,
        Long savingMicros
) {
    static QuoteAdvice fromJson(Map<String, Object> json) {
        return new QuoteAdvice(
            Json.text(json.get("instead")),
            Json.text(json.get("country")),
            Json.whole(json.get("count")),
            Json.whole(json.get("saving_micros")));
    }
}
