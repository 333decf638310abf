// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * SuppressionView. A field is null where the api gave none.
 */
public record SuppressionView(
        String id,
        String address,
        String channel,
        String environment,
        List<String> classes,
        String reason,
        String createdAt
) {
    static SuppressionView fromJson(Map<String, Object> json) {
        return new SuppressionView(
            Json.text(json.get("id")),
            Json.text(json.get("address")),
            Json.text(json.get("channel")),
            Json.text(json.get("environment")),
            Json.list(json.get("classes"), item -> Json.text(item)),
            Json.text(json.get("reason")),
            Json.text(json.get("created_at")));
    }
}
