// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * LookupView. A field is null where the api gave none.
 */
public record LookupView(
        Long version,
        Boolean enabled,
        LookupService service,
        Boolean secretStored,
        List<LookupRule> rules,
        Map<String, Long> waitsMs,
        List<LookupDay> days
) {
    static LookupView fromJson(Map<String, Object> json) {
        return new LookupView(
            Json.whole(json.get("version")),
            Json.flag(json.get("enabled")),
            Json.object(json.get("service"), LookupService::fromJson),
            Json.flag(json.get("secret_stored")),
            Json.list(json.get("rules"), item -> Json.object(item, LookupRule::fromJson)),
            Json.map(json.get("waits_ms"), item -> Json.whole(item)),
            Json.list(json.get("days"), item -> Json.object(item, LookupDay::fromJson)));
    }
}
