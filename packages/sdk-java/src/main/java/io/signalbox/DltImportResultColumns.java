// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * DltImportResultColumns. A field is null where the api gave none.
 */
public record DltImportResultColumns(
        String column,
        String field
) {
    static DltImportResultColumns fromJson(Map<String, Object> json) {
        return new DltImportResultColumns(
            Json.text(json.get("column")),
            Json.text(json.get("field")));
    }
}
