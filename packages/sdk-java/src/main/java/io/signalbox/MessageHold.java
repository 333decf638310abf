// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * MessageHold. A field is null where the api gave none.
 */
public record MessageHold(
        String rule,
        String source,
        String timeZone,
        String eligibleAgainAt
) {
    static MessageHold fromJson(Map<String, Object> json) {
        return new MessageHold(
            Json.text(json.get("rule")),
            Json.text(json.get("source")),
            Json.text(json.get("time_zone")),
            Json.text(json.get("eligible_again_at")));
    }
}
