// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * AuditVerdictHead. A field is null where the api gave none.
 */
public record AuditVerdictHead(
        Long seq,
        String hash
) {
    static AuditVerdictHead fromJson(Map<String, Object> json) {
        return new AuditVerdictHead(
            Json.whole(json.get("seq")),
            Json.text(json.get("hash")));
    }
}
