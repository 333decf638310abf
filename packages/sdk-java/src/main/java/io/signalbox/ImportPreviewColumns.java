// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ImportPreviewColumns. A field is null where the api gave none.
 */
public record ImportPreviewColumns(
        String column,
        String field
) {
    static ImportPreviewColumns fromJson(Map<String, Object> json) {
        return new ImportPreviewColumns(
            Json.text(json.get("column")),
            Json.text(json.get("field")));
    }
}
