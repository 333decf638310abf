// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * OwnKeywordList. A field is null where the api gave none.
 */
public record OwnKeywordList(
        String id,
        String name,
        String optIn
) {
    static OwnKeywordList fromJson(Map<String, Object> json) {
        return new OwnKeywordList(
            Json.text(json.get("id")),
            Json.text(json.get("name")),
            Json.text(json.get("opt_in")));
    }
}
