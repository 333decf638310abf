// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ImportErrors. A field is null where the api gave none.
 */
public record ImportErrors(
        String csv,
        String nextCursor
) {
    static ImportErrors fromJson(Map<String, Object> json) {
        return new ImportErrors(
            Json.text(json.get("csv")),
            Json.text(json.get("next_cursor")));
    }
}
