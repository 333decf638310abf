// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * PackViewCases. A field is null where the api gave none.
 */
public record PackViewCases(
        String name,
        String at,
        String class_,
        String sender,
        String text,
        String outcome,
        String rule,
        String until
) {
    static PackViewCases fromJson(Map<String, Object> json) {
        return new PackViewCases(
            Json.text(json.get("name")),
            Json.text(json.get("at")),
            Json.text(json.get("class")),
            Json.text(json.get("sender")),
            Json.text(json.get("text")),
            Json.text(json.get("outcome")),
            Json.text(json.get("rule")),
            Json.text(json.get("until")));
    }
}
