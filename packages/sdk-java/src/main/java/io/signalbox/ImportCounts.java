// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ImportCounts. A field is null where the api gave none.
 */
public record ImportCounts(
        Long added,
        Long known,
        Long repeated,
        Long withdrawnSince,
        Long refused
) {
    static ImportCounts fromJson(Map<String, Object> json) {
        return new ImportCounts(
            Json.whole(json.get("added")),
            Json.whole(json.get("known")),
            Json.whole(json.get("repeated")),
            Json.whole(json.get("withdrawn_since")),
            Json.whole(json.get("refused")));
    }
}
