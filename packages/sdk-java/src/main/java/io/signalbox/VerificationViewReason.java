// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * VerificationViewReason. A field is null where the api gave none.
 */
public record VerificationViewReason(
        String code,
        String text
) {
    static VerificationViewReason fromJson(Map<String, Object> json) {
        return new VerificationViewReason(
            Json.text(json.get("code")),
            Json.text(json.get("text")));
    }
}
