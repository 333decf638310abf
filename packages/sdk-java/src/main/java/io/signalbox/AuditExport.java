// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * AuditExport. A field is null where the api gave none.
 */
public record AuditExport(
        String workspaceId,
        String rule,
        AuditExportHead head,
        List<AuditEntryView> data,
        Long nextAfter
) {
    static AuditExport fromJson(Map<String, Object> json) {
        return new AuditExport(
            Json.text(json.get("workspace_id")),
            Json.text(json.get("rule")),
            Json.object(json.get("head"), AuditExportHead::fromJson),
            Json.list(json.get("data"), item -> Json.object(item, AuditEntryView::fromJson)),
            Json.whole(json.get("next_after")));
    }
}
