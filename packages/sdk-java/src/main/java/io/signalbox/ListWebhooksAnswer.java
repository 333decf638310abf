// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * ListWebhooksAnswer. A field is null where the api gave none.
 */
public record ListWebhooksAnswer(
        List<WebhookView> data
) {
    static ListWebhooksAnswer fromJson(Map<String, Object> json) {
        return new ListWebhooksAnswer(
            Json.list(json.get("data"), item -> Json.object(item, WebhookView::fromJson)));
    }
}
