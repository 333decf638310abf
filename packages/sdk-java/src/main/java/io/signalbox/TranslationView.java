// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * TranslationView. A field is null where the api gave none.
 */
public record TranslationView(
        Long version,
        Boolean enabled,
        TranslationService service,
        Boolean secretStored,
        Long askedToday
) {
    static TranslationView fromJson(Map<String, Object> json) {
        return new TranslationView(
            Json.whole(json.get("version")),
            Json.flag(json.get("enabled")),
            Json.object(json.get("service"), TranslationService::fromJson),
            Json.flag(json.get("secret_stored")),
            Json.whole(json.get("asked_today")));
    }
}
