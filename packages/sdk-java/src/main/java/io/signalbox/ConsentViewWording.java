// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ConsentViewWording. A field is null where the api gave none.
 */
public record ConsentViewWording(
        String text,
        String version,
        String sha256
) {
    static ConsentViewWording fromJson(Map<String, Object> json) {
        return new ConsentViewWording(
            Json.text(json.get("text")),
            Json.text(json.get("version")),
            Json.text(json.get("sha256")));
    }
}
