// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * MessageViewReason. A field is null where the api gave none.
 */
public record MessageViewReason(
        String code,
        String text
) {
    static MessageViewReason fromJson(Map<String, Object> json) {
        return new MessageViewReason(
            Json.text(json.get("code")),
            Json.text(json.get("text")));
    }
}
