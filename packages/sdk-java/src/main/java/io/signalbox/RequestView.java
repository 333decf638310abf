// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * RequestView. A field is null where the api gave none.
 */
public record RequestView(
        String id,
        String at,
        String environment,
        String method,
        String path,
        String operation,
        Long status,
        String outcome,
        String error,
        Double durationMs,
        Boolean replayed,
        RequestViewApiKey apiKey,
        String address,
        Object query,
        RequestViewRequest request,
        RequestViewAnswer answer,
        List<String> messageIds,
        Long notKeptBefore
) {
    static RequestView fromJson(Map<String, Object> json) {
        return new RequestView(
            Json.text(json.get("id")),
            Json.text(json.get("at")),
            Json.text(json.get("environment")),
            Json.text(json.get("method")),
            Json.text(json.get("path")),
            Json.text(json.get("operation")),
            Json.whole(json.get("status")),
            Json.text(json.get("outcome")),
            Json.text(json.get("error")),
            Json.decimal(json.get("duration_ms")),
            Json.flag(json.get("replayed")),
            Json.object(json.get("api_key"), RequestViewApiKey::fromJson),
            Json.text(json.get("address")),
            json.get("query"),
            Json.object(json.get("request"), RequestViewRequest::fromJson),
            Json.object(json.get("answer"), RequestViewAnswer::fromJson),
            Json.list(json.get("message_ids"), item -> Json.text(item)),
            Json.whole(json.get("not_kept_before")));
    }
}
