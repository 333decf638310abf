// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * ReadingView. A field is null where the api gave none.
 */
public record ReadingView(
        String id,
        String text,
        List<ReadingViewSources> sources,
        Boolean acts,
        Boolean holidays
) {
    static ReadingView fromJson(Map<String, Object> json) {
        return new ReadingView(
            Json.text(json.get("id")),
            Json.text(json.get("text")),
            Json.list(json.get("sources"), item -> Json.object(item, ReadingViewSources::fromJson)),
            Json.flag(json.get("acts")),
            Json.flag(json.get("holidays")));
    }
}
