// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ImportViewFaults. A field is null where the api gave none.
 */
public record ImportViewFaults(
        Long line,
        String column,
        String message
) {
    static ImportViewFaults fromJson(Map<String, Object> json) {
        return new ImportViewFaults(
            Json.whole(json.get("line")),
            Json.text(json.get("column")),
            Json.text(json.get("message")));
    }
}
