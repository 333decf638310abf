// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ShownSenderView. A field is null where the api gave none.
 */
public record ShownSenderView(
        String sender,
        String standing,
        ShownSender shown
) {
    static ShownSenderView fromJson(Map<String, Object> json) {
        return new ShownSenderView(
            Json.text(json.get("sender")),
            Json.text(json.get("standing")),
            Json.object(json.get("shown"), ShownSender::fromJson));
    }
}
