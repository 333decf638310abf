// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ErasedTable. A field is null where the api gave none.
 */
public record ErasedTable(
        String table,
        Long rows
) {
    static ErasedTable fromJson(Map<String, Object> json) {
        return new ErasedTable(
            Json.text(json.get("table")),
            Json.whole(json.get("rows")));
    }
}
