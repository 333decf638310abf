// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ConsentView. A field is null where the api gave none.
 */
public record ConsentView(
        String id,
        String address,
        String channel,
        String environment,
        String state,
        String source,
        String at,
        String recordedAt
) {
    static ConsentView fromJson(Map<String, Object> json) {
        return new ConsentView(
            Json.text(json.get("id")),
            Json.text(json.get("address")),
            Json.text(json.get("channel")),
            Json.text(json.get("environment")),
            Json.text(json.get("state")),
            Json.text(json.get("source")),
            Json.text(json.get("at")),
            Json.text(json.get("recorded_at")));
    }
}
