// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ImportMembersResultColumns. A field is null where the api gave none.
 */
public record ImportMembersResultColumns(
        String column,
        String field
) {
    static ImportMembersResultColumns fromJson(Map<String, Object> json) {
        return new ImportMembersResultColumns(
            Json.text(json.get("column")),
            Json.text(json.get("field")));
    }
}
