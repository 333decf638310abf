// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * SendBatchAnswerRejected. A field is null where the api gave none.
 */
public record SendBatchAnswerRejected(
        Long index,
        SendBatchAnswerRejectedError error
) {
    static SendBatchAnswerRejected fromJson(Map<String, Object> json) {
        return new SendBatchAnswerRejected(
            Json.whole(json.get("index")),
            Json.object(json.get("error"), SendBatchAnswerRejectedError::fromJson));
    }
}
