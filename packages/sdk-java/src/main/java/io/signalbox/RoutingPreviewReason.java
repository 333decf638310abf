// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * RoutingPreviewReason. A field is null where the api gave none.
 */
public record RoutingPreviewReason(
        String code,
        String text
) {
    static RoutingPreviewReason fromJson(Map<String, Object> json) {
        return new RoutingPreviewReason(
            Json.text(json.get("code")),
            Json.text(json.get("text")));
    }
}
