// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * BuiltInKeyword. A field is null where the api gave none.
 *
 * @param countries Where it counts, by ISO 3166-1 alpha-2; null is everywhere.
 * @param since Since when the law says so.
 */
public record BuiltInKeyword(
        String word,
        String kind,
        String scope,
        String language,
        List<String> countries,
        String source,
        String since
) {
    static BuiltInKeyword fromJson(Map<String, Object> json) {
        return new BuiltInKeyword(
            Json.text(json.get("word")),
            Json.text(json.get("kind")),
            Json.text(json.get("scope")),
            Json.text(json.get("language")),
            Json.list(json.get("countries"), item -> Json.text(item)),
            Json.text(json.get("source")),
            Json.text(json.get("since")));
    }
}
