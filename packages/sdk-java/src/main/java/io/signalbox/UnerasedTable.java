// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * UnerasedTable. A field is null where the api gave none.
 */
public record UnerasedTable(
        String table,
        Long rows,
        String because
) {
    static UnerasedTable fromJson(Map<String, Object> json) {
        return new UnerasedTable(
            Json.text(json.get("table")),
            Json.whole(json.get("rows")),
            Json.text(json.get("because")));
    }
}
