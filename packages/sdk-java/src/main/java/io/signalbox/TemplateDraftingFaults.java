// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * TemplateDraftingFaults. A field is null where the api gave none.
 */
public record TemplateDraftingFaults(
        String channel,
        String locale,
        String message
) {
    static TemplateDraftingFaults fromJson(Map<String, Object> json) {
        return new TemplateDraftingFaults(
            Json.text(json.get("channel")),
            Json.text(json.get("locale")),
            Json.text(json.get("message")));
    }
}
