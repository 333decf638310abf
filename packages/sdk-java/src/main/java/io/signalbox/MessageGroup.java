// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * MessageGroup. A field is null where the api gave none.
 */
public record MessageGroup(
        String mode,
        Long channelTimeoutSeconds,
        MessageGroupSubstitution substitution,
        List<MessageGroupChannels> channels
) {
    static MessageGroup fromJson(Map<String, Object> json) {
        return new MessageGroup(
            Json.text(json.get("mode")),
            Json.whole(json.get("channel_timeout_seconds")),
            Json.object(json.get("substitution"), MessageGroupSubstitution::fromJson),
            Json.list(json.get("channels"), item -> Json.object(item, MessageGroupChannels::fromJson)));
    }
}
