// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * SendBatchAnswerAccepted. A field is null where the api gave none.
 */
public record SendBatchAnswerAccepted(
        Long index,
        String id
) {
    static SendBatchAnswerAccepted fromJson(Map<String, Object> json) {
        return new SendBatchAnswerAccepted(
            Json.whole(json.get("index")),
            Json.text(json.get("id")));
    }
}
