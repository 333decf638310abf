// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * TopicView. A field is null where the api gave none.
 */
public record TopicView(
        String key,
        Map<String, String> names
) {
    static TopicView fromJson(Map<String, Object> json) {
        return new TopicView(
            Json.text(json.get("key")),
            Json.map(json.get("names"), item -> Json.text(item)));
    }
}
