// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * PrefixView. A field is null where the api gave none.
 */
public record PrefixView(
        String id,
        String prefix,
        String action,
        String origin,
        String environment,
        String country,
        String reason,
        BlockEvidence evidence,
        String state,
        String createdAt,
        String expiresAt,
        String liftedAt
) {
    static PrefixView fromJson(Map<String, Object> json) {
        return new PrefixView(
            Json.text(json.get("id")),
            Json.text(json.get("prefix")),
            Json.text(json.get("action")),
            Json.text(json.get("origin")),
            Json.text(json.get("environment")),
            Json.text(json.get("country")),
            Json.text(json.get("reason")),
            Json.object(json.get("evidence"), BlockEvidence::fromJson),
            Json.text(json.get("state")),
            Json.text(json.get("created_at")),
            Json.text(json.get("expires_at")),
            Json.text(json.get("lifted_at")));
    }
}
