// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * WordListView. A field is null where the api gave none.
 */
public record WordListView(
        String id,
        String language,
        Long version,
        List<String> words,
        List<WordListViewExceptions> exceptions
) {
    static WordListView fromJson(Map<String, Object> json) {
        return new WordListView(
            Json.text(json.get("id")),
            Json.text(json.get("language")),
            Json.whole(json.get("version")),
            Json.list(json.get("words"), item -> Json.text(item)),
            Json.list(json.get("exceptions"), item -> Json.object(item, WordListViewExceptions::fromJson)));
    }
}
