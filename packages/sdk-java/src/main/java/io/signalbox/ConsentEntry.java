// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ConsentEntry. A field is null where the api gave none.
 */
public record ConsentEntry(
        String at,
        String channel,
        String environment,
        String id,
        String jurisdiction,
        String list,
        String locale,
        String person,
        String purpose,
        String recordedAt,
        String source,
        String state,
        String topic,
        String wording,
        String wordingVersion,
        String workspace
) {
    static ConsentEntry fromJson(Map<String, Object> json) {
        return new ConsentEntry(
            Json.text(json.get("at")),
            Json.text(json.get("channel")),
            Json.text(json.get("environment")),
            Json.text(json.get("id")),
            Json.text(json.get("jurisdiction")),
            Json.text(json.get("list")),
            Json.text(json.get("locale")),
            Json.text(json.get("person")),
            Json.text(json.get("purpose")),
            Json.text(json.get("recorded_at")),
            Json.text(json.get("source")),
            Json.text(json.get("state")),
            Json.text(json.get("topic")),
            Json.text(json.get("wording")),
            Json.text(json.get("wording_version")),
            Json.text(json.get("workspace")));
    }
}
