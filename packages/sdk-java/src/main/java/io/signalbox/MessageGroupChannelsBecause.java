// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * MessageGroupChannelsBecause. A field is null where the api gave none.
 */
public record MessageGroupChannelsBecause(
        String code,
        String text
) {
    static MessageGroupChannelsBecause fromJson(Map<String, Object> json) {
        return new MessageGroupChannelsBecause(
            Json.text(json.get("code")),
            Json.text(json.get("text")));
    }
}
