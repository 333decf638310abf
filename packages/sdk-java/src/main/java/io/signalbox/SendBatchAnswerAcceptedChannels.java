// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * SendBatchAnswerAcceptedChannels. A field is null where the api gave none.
 */
public record SendBatchAnswerAcceptedChannels(
        String channel,
        String id
) {
    static SendBatchAnswerAcceptedChannels fromJson(Map<String, Object> json) {
        return new SendBatchAnswerAcceptedChannels(
            Json.text(json.get("channel")),
            Json.text(json.get("id")));
    }
}
