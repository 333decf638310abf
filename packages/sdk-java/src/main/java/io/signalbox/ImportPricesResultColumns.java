// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ImportPricesResultColumns. A field is null where the api gave none.
 */
public record ImportPricesResultColumns(
        String column,
        String field
) {
    static ImportPricesResultColumns fromJson(Map<String, Object> json) {
        return new ImportPricesResultColumns(
            Json.text(json.get("column")),
            Json.text(json.get("field")));
    }
}
