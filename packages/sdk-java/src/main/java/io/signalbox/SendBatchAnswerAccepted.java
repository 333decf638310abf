// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * SendBatchAnswerAccepted. A field is null where the api gave none.
 */
public record SendBatchAnswerAccepted(
        Long index,
        String id,
        List<SendBatchAnswerAcceptedChannels> channels,
        String replayed
) {
    static SendBatchAnswerAccepted fromJson(Map<String, Object> json) {
        return new SendBatchAnswerAccepted(
            Json.whole(json.get("index")),
            Json.text(json.get("id")),
            Json.list(json.get("channels"), item -> Json.object(item, SendBatchAnswerAcceptedChannels::fromJson)),
            Json.text(json.get("replayed")));
    }
}
