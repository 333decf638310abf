// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * SendMessageAnswer. A field is null where the api gave none.
 */
public record SendMessageAnswer(
        String id,
        String state,
        String to,
        String channel,
        String class_,
        String environment,
        Long parts,
        String clientRef,
        String acceptedAt,
        String sendAt,
        String expiresAt,
        String mode,
        Long channelTimeoutSeconds,
        List<SendMessageAnswerChannels> channels,
        RoutingDecision decision,
        List<SendMessageAnswerWarnings> warnings
) {
    static SendMessageAnswer fromJson(Map<String, Object> json) {
        return new SendMessageAnswer(
            Json.text(json.get("id")),
            Json.text(json.get("state")),
            Json.text(json.get("to")),
            Json.text(json.get("channel")),
            Json.text(json.get("class")),
            Json.text(json.get("environment")),
            Json.whole(json.get("parts")),
            Json.text(json.get("client_ref")),
            Json.text(json.get("accepted_at")),
            Json.text(json.get("send_at")),
            Json.text(json.get("expires_at")),
            Json.text(json.get("mode")),
            Json.whole(json.get("channel_timeout_seconds")),
            Json.list(json.get("channels"), item -> Json.object(item, SendMessageAnswerChannels::fromJson)),
            Json.object(json.get("decision"), RoutingDecision::fromJson),
            Json.list(json.get("warnings"), item -> Json.object(item, SendMessageAnswerWarnings::fromJson)));
    }
}
