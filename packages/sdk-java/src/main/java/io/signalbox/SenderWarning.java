// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * SenderWarning. A field is null where the api gave none.
 */
public record SenderWarning(
        String code,
        String on,
        Long daysLeft
) {
    static SenderWarning fromJson(Map<String, Object> json) {
        return new SenderWarning(
            Json.text(json.get("code")),
            Json.text(json.get("on")),
            Json.whole(json.get("days_left")));
    }
}
