// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ImportViewReasons. A field is null where the api gave none.
 */
public record ImportViewReasons(
        String code,
        Long count
) {
    static ImportViewReasons fromJson(Map<String, Object> json) {
        return new ImportViewReasons(
            Json.text(json.get("code")),
            Json.whole(json.get("count")));
    }
}
