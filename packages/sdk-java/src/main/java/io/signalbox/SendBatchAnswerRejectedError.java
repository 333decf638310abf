// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * SendBatchAnswerRejectedError. A field is null where the api gave none.
 */
public record SendBatchAnswerRejectedError(
        String code,
        String message,
        List<SendBatchAnswerRejectedErrorErrors> errors
) {
    static SendBatchAnswerRejectedError fromJson(Map<String, Object> json) {
        return new SendBatchAnswerRejectedError(
            Json.text(json.get("code")),
            Json.text(json.get("message")),
            Json.list(json.get("errors"), item -> Json.object(item, SendBatchAnswerRejectedErrorErrors::fromJson)));
    }
}
