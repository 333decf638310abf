// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * StartVerificationAnswer. A field is null where the api gave none.
 */
public record StartVerificationAnswer(
        String id,
        String state,
        String to,
        String channel,
        String environment,
        Boolean resent,
        String messageId,
        String createdAt,
        String expiresAt
) {
    static StartVerificationAnswer fromJson(Map<String, Object> json) {
        return new StartVerificationAnswer(
            Json.text(json.get("id")),
            Json.text(json.get("state")),
            Json.text(json.get("to")),
            Json.text(json.get("channel")),
            Json.text(json.get("environment")),
            Json.flag(json.get("resent")),
            Json.text(json.get("message_id")),
            Json.text(json.get("created_at")),
            Json.text(json.get("expires_at")));
    }
}
