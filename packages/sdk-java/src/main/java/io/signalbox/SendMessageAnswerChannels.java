// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * SendMessageAnswerChannels. A field is null where the api gave none.
 */
public record SendMessageAnswerChannels(
        String channel,
        String id,
        String state,
        RoutingDecision decision
) {
    static SendMessageAnswerChannels fromJson(Map<String, Object> json) {
        return new SendMessageAnswerChannels(
            Json.text(json.get("channel")),
            Json.text(json.get("id")),
            Json.text(json.get("state")),
            Json.object(json.get("decision"), RoutingDecision::fromJson));
    }
}
