// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * RegistryView. A field is null where the api gave none.
 */
public record RegistryView(
        String key,
        Long version,
        String name,
        Boolean enabled,
        String country,
        List<String> channels,
        String meaning,
        String unanswered,
        RegistryService service,
        Boolean secretStored,
        Long askedToday,
        Long spentTodayMicros
) {
    static RegistryView fromJson(Map<String, Object> json) {
        return new RegistryView(
            Json.text(json.get("key")),
            Json.whole(json.get("version")),
            Json.text(json.get("name")),
            Json.flag(json.get("enabled")),
            Json.text(json.get("country")),
            Json.list(json.get("channels"), item -> Json.text(item)),
            Json.text(json.get("meaning")),
            Json.text(json.get("unanswered")),
            Json.object(json.get("service"), RegistryService::fromJson),
            Json.flag(json.get("secret_stored")),
            Json.whole(json.get("asked_today")),
            Json.whole(json.get("spent_today_micros")));
    }
}
