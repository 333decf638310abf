// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * VerificationViewConvertedBy. A field is null where the api gave none.
 */
public record VerificationViewConvertedBy(
        String id,
        String name,
        String channel
) {
    static VerificationViewConvertedBy fromJson(Map<String, Object> json) {
        return new VerificationViewConvertedBy(
            Json.text(json.get("id")),
            Json.text(json.get("name")),
            Json.text(json.get("channel")));
    }
}
