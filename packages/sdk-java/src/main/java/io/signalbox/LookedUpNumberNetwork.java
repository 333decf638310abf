// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * LookedUpNumberNetwork. A field is null where the api gave none.
 */
public record LookedUpNumberNetwork(
        String code,
        String name,
        String source
) {
    static LookedUpNumberNetwork fromJson(Map<String, Object> json) {
        return new LookedUpNumberNetwork(
            Json.text(json.get("code")),
            Json.text(json.get("name")),
            Json.text(json.get("source")));
    }
}
