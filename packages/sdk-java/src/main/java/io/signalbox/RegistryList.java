// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * RegistryList. A field is null where the api gave none.
 */
public record RegistryList(
        List<RegistryView> data,
        Long waitsMs
) {
    static RegistryList fromJson(Map<String, Object> json) {
        return new RegistryList(
            Json.list(json.get("data"), item -> Json.object(item, RegistryView::fromJson)),
            Json.whole(json.get("waits_ms")));
    }
}
