// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * OwnKeyword. A field is null where the api gave none.
 */
public record OwnKeyword(
        String id,
        String word,
        String number,
        String kind,
        OwnKeywordList list
) {
    static OwnKeyword fromJson(Map<String, Object> json) {
        return new OwnKeyword(
            Json.text(json.get("id")),
            Json.text(json.get("word")),
            Json.text(json.get("number")),
            Json.text(json.get("kind")),
            Json.object(json.get("list"), OwnKeywordList::fromJson));
    }
}
