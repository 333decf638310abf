// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * CheckVerificationAnswer. A field is null where the api gave none.
 */
public record CheckVerificationAnswer(
        String id,
        Boolean valid,
        String state,
        Long triesLeft,
        String to,
        String purpose,
        String assurance
) {
    static CheckVerificationAnswer fromJson(Map<String, Object> json) {
        return new CheckVerificationAnswer(
            Json.text(json.get("id")),
            Json.flag(json.get("valid")),
            Json.text(json.get("state")),
            Json.whole(json.get("tries_left")),
            Json.text(json.get("to")),
            Json.text(json.get("purpose")),
            Json.text(json.get("assurance")));
    }
}
