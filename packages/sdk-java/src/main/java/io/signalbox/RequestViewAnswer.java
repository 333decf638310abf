// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * RequestViewAnswer. A field is null where the api gave none.
 */
public record RequestViewAnswer(
        Long bytes,
        Object body
) {
    static RequestViewAnswer fromJson(Map<String, Object> json) {
        return new RequestViewAnswer(
            Json.whole(json.get("bytes")),
            json.get("body"));
    }
}
