// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * FollowUp. A field is null where the api gave none.
 */
public record FollowUp(
        String when,
        String next,
        Long afterSeconds,
        String text
) {
    static FollowUp fromJson(Map<String, Object> json) {
        return new FollowUp(
            Json.text(json.get("when")),
            Json.text(json.get("next")),
            Json.whole(json.get("after_seconds")),
            Json.text(json.get("text")));
    }
}
