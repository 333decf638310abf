// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * MessageGroupChannels. A field is null where the api gave none.
 */
public record MessageGroupChannels(
        String channel,
        String id,
        String state,
        MessageGroupChannelsBecause because
) {
    static MessageGroupChannels fromJson(Map<String, Object> json) {
        return new MessageGroupChannels(
            Json.text(json.get("channel")),
            Json.text(json.get("id")),
            Json.text(json.get("state")),
            Json.object(json.get("because"), MessageGroupChannelsBecause::fromJson));
    }
}
