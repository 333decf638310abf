// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * PriceCounts. A field is null where the api gave none.
 */
public record PriceCounts(
        Long new_,
        Long dearer,
        Long cheaper,
        Long changed,
        Long ended,
        Long unchanged
) {
    static PriceCounts fromJson(Map<String, Object> json) {
        return new PriceCounts(
            Json.whole(json.get("new")),
            Json.whole(json.get("dearer")),
            Json.whole(json.get("cheaper")),
            Json.whole(json.get("changed")),
            Json.whole(json.get("ended")),
            Json.whole(json.get("unchanged")));
    }
}
