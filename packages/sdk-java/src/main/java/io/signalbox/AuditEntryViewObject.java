// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * AuditEntryViewObject. A field is null where the api gave none.
 */
public record AuditEntryViewObject(
        String kind,
        String id,
        String name
) {
    static AuditEntryViewObject fromJson(Map<String, Object> json) {
        return new AuditEntryViewObject(
            Json.text(json.get("kind")),
            Json.text(json.get("id")),
            Json.text(json.get("name")));
    }
}
