// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * RoutingDecisionReason. A field is null where the api gave none.
 */
public record RoutingDecisionReason(
        String code,
        String text
) {
    static RoutingDecisionReason fromJson(Map<String, Object> json) {
        return new RoutingDecisionReason(
            Json.text(json.get("code")),
            Json.text(json.get("text")));
    }
}
