// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * SendMessageAnswerWarnings. A field is null where the api gave none.
 */
public record SendMessageAnswerWarnings(
        String code,
        String message
) {
    static SendMessageAnswerWarnings fromJson(Map<String, Object> json) {
        return new SendMessageAnswerWarnings(
            Json.text(json.get("code")),
            Json.text(json.get("message")));
    }
}
