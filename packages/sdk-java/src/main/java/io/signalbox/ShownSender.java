// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * ShownSender. A field is null where the api gave none.
 */
public record ShownSender(
        String look,
        String text,
        String by,
        String tail,
        List<String> rules
) {
    static ShownSender fromJson(Map<String, Object> json) {
        return new ShownSender(
            Json.text(json.get("look")),
            Json.text(json.get("text")),
            Json.text(json.get("by")),
            Json.text(json.get("tail")),
            Json.list(json.get("rules"), item -> Json.text(item)));
    }
}
