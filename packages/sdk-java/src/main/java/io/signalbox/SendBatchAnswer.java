// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * SendBatchAnswer. A field is null where the api gave none.
 */
public record SendBatchAnswer(
        List<SendBatchAnswerAccepted> accepted,
        List<SendBatchAnswerRejected> rejected,
        List<SendBatchAnswerWarnings> warnings
) {
    static SendBatchAnswer fromJson(Map<String, Object> json) {
        return new SendBatchAnswer(
            Json.list(json.get("accepted"), item -> Json.object(item, SendBatchAnswerAccepted::fromJson)),
            Json.list(json.get("rejected"), item -> Json.object(item, SendBatchAnswerRejected::fromJson)),
            Json.list(json.get("warnings"), item -> Json.object(item, SendBatchAnswerWarnings::fromJson)));
    }
}
