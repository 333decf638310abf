// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * WebhookAttemptView. A field is null where the api gave none.
 */
public record WebhookAttemptView(
        Long n,
        String at,
        Long durationMs,
        String url,
        Map<String, String> requestHeaders,
        Long status,
        String failure,
        String detail,
        String response
) {
    static WebhookAttemptView fromJson(Map<String, Object> json) {
        return new WebhookAttemptView(
            Json.whole(json.get("n")),
            Json.text(json.get("at")),
            Json.whole(json.get("duration_ms")),
            Json.text(json.get("url")),
            Json.map(json.get("request_headers"), item -> Json.text(item)),
            Json.whole(json.get("status")),
            Json.text(json.get("failure")),
            Json.text(json.get("detail")),
            Json.text(json.get("response")));
    }
}
