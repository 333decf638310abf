// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * VerificationViewSendsRoute. A field is null where the api gave none.
 */
public record VerificationViewSendsRoute(
        String id,
        String name
) {
    static VerificationViewSendsRoute fromJson(Map<String, Object> json) {
        return new VerificationViewSendsRoute(
            Json.text(json.get("id")),
            Json.text(json.get("name")));
    }
}
