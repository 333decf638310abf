// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * MessageViewRoute. A field is null where the api gave none.
 */
public record MessageViewRoute(
        String id,
        String name
) {
    static MessageViewRoute fromJson(Map<String, Object> json) {
        return new MessageViewRoute(
            Json.text(json.get("id")),
            Json.text(json.get("name")));
    }
}
