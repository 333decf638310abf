// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * PersonActor. A field is null where the api gave none.
 */
public record PersonActor(
        String id,
        String name
) {
    static PersonActor fromJson(Map<String, Object> json) {
        return new PersonActor(
            Json.text(json.get("id")),
            Json.text(json.get("name")));
    }
}
