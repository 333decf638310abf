// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ImportViewUndone. A field is null where the api gave none.
 */
public record ImportViewUndone(
        Long withdrawn,
        Long left
) {
    static ImportViewUndone fromJson(Map<String, Object> json) {
        return new ImportViewUndone(
            Json.whole(json.get("withdrawn")),
            Json.whole(json.get("left")));
    }
}
