// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * AuditVerdict. A field is null where the api gave none.
 */
public record AuditVerdict(
        Boolean intact,
        Long entries,
        AuditVerdictHead head,
        AuditVerdictBroken broken,
        String checkedAt
) {
    static AuditVerdict fromJson(Map<String, Object> json) {
        return new AuditVerdict(
            Json.flag(json.get("intact")),
            Json.whole(json.get("entries")),
            Json.object(json.get("head"), AuditVerdictHead::fromJson),
            Json.object(json.get("broken"), AuditVerdictBroken::fromJson),
            Json.text(json.get("checked_at")));
    }
}
