// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * WebhookDeliveryView. A field is null where the api gave none.
 *
 * @param groupId The `webhook-id` of the requests that carried the event among others; null when it goes alone.
 * @param body The event as it stands in the request; all of the body when it goes alone.
 */
public record WebhookDeliveryView(
        String id,
        String eventId,
        String groupId,
        String eventType,
        String origin,
        String state,
        Long tries,
        String createdAt,
        String nextTryAt,
        String settledAt,
        Long lastStatus,
        String lastFailure,
        String body,
        List<WebhookAttemptView> attempts
) {
    static WebhookDeliveryView fromJson(Map<String, Object> json) {
        return new WebhookDeliveryView(
            Json.text(json.get("id")),
            Json.text(json.get("event_id")),
            Json.text(json.get("group_id")),
            Json.text(json.get("event_type")),
            Json.text(json.get("origin")),
            Json.text(json.get("state")),
            Json.whole(json.get("tries")),
            Json.text(json.get("created_at")),
            Json.text(json.get("next_try_at")),
            Json.text(json.get("settled_at")),
            Json.whole(json.get("last_status")),
            Json.text(json.get("last_failure")),
            Json.text(json.get("body")),
            Json.list(json.get("attempts"), item -> Json.object(item, WebhookAttemptView::fromJson)));
    }
}
