// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * KeywordReply. A field is null where the api gave none.
 */
public record KeywordReply(
        String kind,
        String locale,
        String text,
        Boolean isOwn
) {
    static KeywordReply fromJson(Map<String, Object> json) {
        return new KeywordReply(
            Json.text(json.get("kind")),
            Json.text(json.get("locale")),
            Json.text(json.get("text")),
            Json.flag(json.get("is_own")));
    }
}
