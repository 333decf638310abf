// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * SendBatchAnswerWarnings. A field is null where the api gave none.
 */
public record SendBatchAnswerWarnings(
        String code,
        String message
) {
    static SendBatchAnswerWarnings fromJson(Map<String, Object> json) {
        return new SendBatchAnswerWarnings(
            Json.text(json.get("code")),
            Json.text(json.get("message")));
    }
}
