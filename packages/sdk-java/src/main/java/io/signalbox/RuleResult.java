// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * RuleResult. A field is null where the api gave none.
 */
public record RuleResult(
        String kind,
        String result,
        String code,
        String text,
        Map<String, Object> facts
) {
    static RuleResult fromJson(Map<String, Object> json) {
        return new RuleResult(
            Json.text(json.get("kind")),
            Json.text(json.get("result")),
            Json.text(json.get("code")),
            Json.text(json.get("text")),
            Json.map(json.get("facts"), item -> item));
    }
}
