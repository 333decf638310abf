// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * RequestViewRequest. A field is null where the api gave none.
 */
public record RequestViewRequest(
        Long bytes,
        Object body
) {
    static RequestViewRequest fromJson(Map<String, Object> json) {
        return new RequestViewRequest(
            Json.whole(json.get("bytes")),
            json.get("body"));
    }
}
