// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * AuditEntryViewActor. A field is null where the api gave none.
 */
public record AuditEntryViewActor(
        String kind,
        String id,
        String name
) {
    static AuditEntryViewActor fromJson(Map<String, Object> json) {
        return new AuditEntryViewActor(
            Json.text(json.get("kind")),
            Json.text(json.get("id")),
            Json.text(json.get("name")));
    }
}
