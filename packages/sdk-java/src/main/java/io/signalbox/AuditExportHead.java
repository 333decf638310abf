// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * AuditExportHead. A field is null where the api gave none.
 */
public record AuditExportHead(
        Long seq,
        String hash
) {
    static AuditExportHead fromJson(Map<String, Object> json) {
        return new AuditExportHead(
            Json.whole(json.get("seq")),
            Json.text(json.get("hash")));
    }
}
