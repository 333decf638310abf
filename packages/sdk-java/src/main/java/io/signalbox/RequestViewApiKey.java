// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * RequestViewApiKey. A field is null where the api gave none.
 */
public record RequestViewApiKey(
        String id,
        String name
) {
    static RequestViewApiKey fromJson(Map<String, Object> json) {
        return new RequestViewApiKey(
            Json.text(json.get("id")),
            Json.text(json.get("name")));
    }
}
