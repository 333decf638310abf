// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * VerificationViewSends. A field is null where the api gave none.
 */
public record VerificationViewSends(
        String messageId,
        String channel,
        String state,
        VerificationViewSendsRoute route
) {
    static VerificationViewSends fromJson(Map<String, Object> json) {
        return new VerificationViewSends(
            Json.text(json.get("message_id")),
            Json.text(json.get("channel")),
            Json.text(json.get("state")),
            Json.object(json.get("route"), VerificationViewSendsRoute::fromJson));
    }
}
