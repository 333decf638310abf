// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * KeptTables. A field is null where the api gave none.
 */
public record KeptTables(
        List<KeptTable> data
) {
    static KeptTables fromJson(Map<String, Object> json) {
        return new KeptTables(
            Json.list(json.get("data"), item -> Json.object(item, KeptTable::fromJson)));
    }
}
