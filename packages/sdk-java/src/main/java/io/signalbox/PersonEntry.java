// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * PersonEntry. A field is null where the api gave none.
 */
public record PersonEntry(
        String id,
        String at,
        String detail
) {
    static PersonEntry fromJson(Map<String, Object> json) {
        return new PersonEntry(
            Json.text(json.get("id")),
            Json.text(json.get("at")),
            Json.text(json.get("detail")));
    }
}
