// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * KeptTable. A field is null where the api gave none.
 */
public record KeptTable(
        String table,
        String kind,
        List<String> columns,
        String erasure,
        String keptFor,
        Long days,
        String oldestDay
) {
    static KeptTable fromJson(Map<String, Object> json) {
        return new KeptTable(
            Json.text(json.get("table")),
            Json.text(json.get("kind")),
            Json.list(json.get("columns"), item -> Json.text(item)),
            Json.text(json.get("erasure")),
            Json.text(json.get("kept_for")),
            Json.whole(json.get("days")),
            Json.text(json.get("oldest_day")));
    }
}
