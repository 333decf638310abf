// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * DltStored. A field is null where the api gave none.
 */
public record DltStored(
        Long added,
        Long changed,
        Long unchanged
) {
    static DltStored fromJson(Map<String, Object> json) {
        return new DltStored(
            Json.whole(json.get("added")),
            Json.whole(json.get("changed")),
            Json.whole(json.get("unchanged")));
    }
}
