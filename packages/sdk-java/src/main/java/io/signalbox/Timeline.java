// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * Timeline. A field is null where the api gave none.
 */
public record Timeline(
        List<TimelineEntry> data,
        Boolean replayed
) {
    static Timeline fromJson(Map<String, Object> json) {
        return new Timeline(
            Json.list(json.get("data"), item -> Json.object(item, TimelineEntry::fromJson)),
            Json.flag(json.get("replayed")));
    }
}
