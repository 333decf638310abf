// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * WebhookView. A field is null where the api gave none.
 */
public record WebhookView(
        String id,
        String url,
        String description,
        String environment,
        List<String> eventTypes,
        Long eventsPerRequest,
        Boolean enabled,
        String offReason,
        String offSince,
        String failingSince,
        String secretRotatedAt,
        String previousSecretUntil,
        String createdAt
) {
    static WebhookView fromJson(Map<String, Object> json) {
        return new WebhookView(
            Json.text(json.get("id")),
            Json.text(json.get("url")),
            Json.text(json.get("description")),
            Json.text(json.get("environment")),
            Json.list(json.get("event_types"), item -> Json.text(item)),
            Json.whole(json.get("events_per_request")),
            Json.flag(json.get("enabled")),
            Json.text(json.get("off_reason")),
            Json.text(json.get("off_since")),
            Json.text(json.get("failing_since")),
            Json.text(json.get("secret_rotated_at")),
            Json.text(json.get("previous_secret_until")),
            Json.text(json.get("created_at")));
    }
}
