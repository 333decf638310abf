// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ConsentAsOf. A field is null where the api gave none.
 */
public record ConsentAsOf(
        String address,
        String channel,
        String purpose,
        String topic,
        String at,
        Boolean allowed,
        ConsentView decidedBy
) {
    static ConsentAsOf fromJson(Map<String, Object> json) {
        return new ConsentAsOf(
            Json.text(json.get("address")),
            Json.text(json.get("channel")),
            Json.text(json.get("purpose")),
            Json.text(json.get("topic")),
            Json.text(json.get("at")),
            Json.flag(json.get("allowed")),
            Json.object(json.get("decided_by"), ConsentView::fromJson));
    }
}
