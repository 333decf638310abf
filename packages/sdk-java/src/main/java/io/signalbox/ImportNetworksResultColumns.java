// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ImportNetworksResultColumns. A field is null where the api gave none.
 */
public record ImportNetworksResultColumns(
        String column,
        String field
) {
    static ImportNetworksResultColumns fromJson(Map<String, Object> json) {
        return new ImportNetworksResultColumns(
            Json.text(json.get("column")),
            Json.text(json.get("field")));
    }
}
