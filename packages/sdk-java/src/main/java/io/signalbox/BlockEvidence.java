// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * BlockEvidence. A field is null where the api gave none.
 */
public record BlockEvidence(
        String rule,
        Long sent,
        Long converted,
        Long limitSent,
        Long limitPercent,
        String since,
        String until
) {
    static BlockEvidence fromJson(Map<String, Object> json) {
        return new BlockEvidence(
            Json.text(json.get("rule")),
            Json.whole(json.get("sent")),
            Json.whole(json.get("converted")),
            Json.whole(json.get("limit_sent")),
            Json.whole(json.get("limit_percent")),
            Json.text(json.get("since")),
            Json.text(json.get("until")));
    }
}
