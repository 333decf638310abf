// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * PersonChange. A field is null where the api gave none.
 */
public record PersonChange(
        String what,
        String before,
        String after
) {
    static PersonChange fromJson(Map<String, Object> json) {
        return new PersonChange(
            Json.text(json.get("what")),
            Json.text(json.get("before")),
            Json.text(json.get("after")));
    }
}
