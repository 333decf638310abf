// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * PackList. A field is null where the api gave none.
 */
public record PackList(
        List<PackSummary> data
) {
    static PackList fromJson(Map<String, Object> json) {
        return new PackList(
            Json.list(json.get("data"), item -> Json.object(item, PackSummary::fromJson)));
    }
}
