// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * WrittenByView. A field is null where the api gave none.
 */
public record WrittenByView(
        String key,
        Long version,
        String locale,
        String askedLocale
) {
    static WrittenByView fromJson(Map<String, Object> json) {
        return new WrittenByView(
            Json.text(json.get("key")),
            Json.whole(json.get("version")),
            Json.text(json.get("locale")),
            Json.text(json.get("asked_locale")));
    }
}
