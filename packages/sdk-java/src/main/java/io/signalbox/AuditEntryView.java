// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * AuditEntryView. A field is null where the api gave none.
 */
public record AuditEntryView(
        String id,
        String at,
        String workspaceId,
        String environment,
        AuditEntryViewActor actor,
        String action,
        AuditEntryViewObject object,
        Map<String, Object> before,
        Map<String, Object> after,
        String address,
        String requestId,
        Long seq,
        String prevHash,
        String hash
) {
    static AuditEntryView fromJson(Map<String, Object> json) {
        return new AuditEntryView(
            Json.text(json.get("id")),
            Json.text(json.get("at")),
            Json.text(json.get("workspace_id")),
            Json.text(json.get("environment")),
            Json.object(json.get("actor"), AuditEntryViewActor::fromJson),
            Json.text(json.get("action")),
            Json.object(json.get("object"), AuditEntryViewObject::fromJson),
            Json.map(json.get("before"), item -> item),
            Json.map(json.get("after"), item -> item),
            Json.text(json.get("address")),
            Json.text(json.get("request_id")),
            Json.whole(json.get("seq")),
            Json.text(json.get("prev_hash")),
            Json.text(json.get("hash")));
    }
}
