// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * QuoteExcluded. A field is null where the api gave none.
 */
public record QuoteExcluded(
        String code,
        String text,
        Long count
) {
    static QuoteExcluded fromJson(Map<String, Object> json) {
        return new QuoteExcluded(
            Json.text(json.get("code")),
            Json.text(json.get("text")),
            Json.whole(json.get("count")));
    }
}
