// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * MailCheck. A field is null where the api gave none.
 */
public record MailCheck(
        String name,
        String state,
        List<String> found
) {
    static MailCheck fromJson(Map<String, Object> json) {
        return new MailCheck(
            Json.text(json.get("name")),
            Json.text(json.get("state")),
            Json.list(json.get("found"), item -> Json.text(item)));
    }
}
