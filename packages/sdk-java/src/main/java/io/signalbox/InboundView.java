// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * InboundView. A field is null where the api gave none.
 */
public record InboundView(
        String id,
        String environment,
        String from,
        String to,
        String text,
        Long parts,
        String country,
        String providerId,
        String receivedAt,
        String outcome,
        String keyword,
        String scope,
        String replyId
) {
    static InboundView fromJson(Map<String, Object> json) {
        return new InboundView(
            Json.text(json.get("id")),
            Json.text(json.get("environment")),
            Json.text(json.get("from")),
            Json.text(json.get("to")),
            Json.text(json.get("text")),
            Json.whole(json.get("parts")),
            Json.text(json.get("country")),
            Json.text(json.get("provider_id")),
            Json.text(json.get("received_at")),
            Json.text(json.get("outcome")),
            Json.text(json.get("keyword")),
            Json.text(json.get("scope")),
            Json.text(json.get("reply_id")));
    }
}
