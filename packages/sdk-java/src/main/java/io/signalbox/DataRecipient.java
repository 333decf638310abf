// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * DataRecipient. A field is null where the api gave none.
 */
public record DataRecipient(
        String kind,
        String name,
        String host
) {
    static DataRecipient fromJson(Map<String, Object> json) {
        return new DataRecipient(
            Json.text(json.get("kind")),
            Json.text(json.get("name")),
            Json.text(json.get("host")));
    }
}
