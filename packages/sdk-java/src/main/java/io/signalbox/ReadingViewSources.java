// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ReadingViewSources. A field is null where the api gave none.
 */
public record ReadingViewSources(
        String name,
        String kind,
        String title
) {
    static ReadingViewSources fromJson(Map<String, Object> json) {
        return new ReadingViewSources(
            Json.text(json.get("name")),
            Json.text(json.get("kind")),
            Json.text(json.get("title")));
    }
}
