// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ConsentView. A field is null where the api gave none.
 */
public record ConsentView(
        String id,
        String address,
        String channel,
        String environment,
        String state,
        String source,
        String at,
        String recordedAt,
        String purpose,
        String topic,
        String listId,
        String locale,
        ConsentViewWording wording,
        String jurisdiction,
        Map<String, Object> proof,
        Long seq,
        String hash
) {
    static ConsentView fromJson(Map<String, Object> json) {
        return new ConsentView(
            Json.text(json.get("id")),
            Json.text(json.get("address")),
            Json.text(json.get("channel")),
            Json.text(json.get("environment")),
            Json.text(json.get("state")),
            Json.text(json.get("source")),
            Json.text(json.get("at")),
            Json.text(json.get("recorded_at")),
            Json.text(json.get("purpose")),
            Json.text(json.get("topic")),
            Json.text(json.get("list_id")),
            Json.text(json.get("locale")),
            Json.object(json.get("wording"), ConsentViewWording::fromJson),
            Json.text(json.get("jurisdiction")),
            Json.map(json.get("proof"), item -> item),
            Json.whole(json.get("seq")),
            Json.text(json.get("hash")));
    }
}
