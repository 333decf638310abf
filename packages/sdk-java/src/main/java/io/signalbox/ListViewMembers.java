// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ListViewMembers. A field is null where the api gave none.
 */
public record ListViewMembers(
        Long pending,
        Long confirmed,
        Long withdrawn,
        Long expired
) {
    static ListViewMembers fromJson(Map<String, Object> json) {
        return new ListViewMembers(
            Json.whole(json.get("pending")),
            Json.whole(json.get("confirmed")),
            Json.whole(json.get("withdrawn")),
            Json.whole(json.get("expired")));
    }
}
