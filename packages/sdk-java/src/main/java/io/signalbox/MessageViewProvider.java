// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * MessageViewProvider. A field is null where the api gave none.
 */
public record MessageViewProvider(
        String id,
        String name
) {
    static MessageViewProvider fromJson(Map<String, Object> json) {
        return new MessageViewProvider(
            Json.text(json.get("id")),
            Json.text(json.get("name")));
    }
}
