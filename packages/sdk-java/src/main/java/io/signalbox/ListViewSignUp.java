// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ListViewSignUp. A field is null where the api gave none.
 */
public record ListViewSignUp(
        Boolean open,
        Long hourlyLimit,
        String url
) {
    static ListViewSignUp fromJson(Map<String, Object> json) {
        return new ListViewSignUp(
            Json.flag(json.get("open")),
            Json.whole(json.get("hourly_limit")),
            Json.text(json.get("url")));
    }
}
