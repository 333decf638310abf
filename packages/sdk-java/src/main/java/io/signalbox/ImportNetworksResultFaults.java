// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ImportNetworksResultFaults. A field is null where the api gave none.
 */
public record ImportNetworksResultFaults(
        Long line,
        String column,
        String message
) {
    static ImportNetworksResultFaults fromJson(Map<String, Object> json) {
        return new ImportNetworksResultFaults(
            Json.whole(json.get("line")),
            Json.text(json.get("column")),
            Json.text(json.get("message")));
    }
}
