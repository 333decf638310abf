// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * ErasureCertificate. A field is null where the api gave none.
 */
public record ErasureCertificate(
        String format,
        String requestId,
        String workspaceId,
        String environment,
        String channel,
        String person,
        String askedAt,
        String endedAt,
        Long canceled,
        List<ErasedTable> erased,
        List<UnerasedTable> kept,
        Long onTheirWay,
        List<String> blockedClasses,
        String seal
) {
    static ErasureCertificate fromJson(Map<String, Object> json) {
        return new ErasureCertificate(
            Json.text(json.get("format")),
            Json.text(json.get("request_id")),
            Json.text(json.get("workspace_id")),
            Json.text(json.get("environment")),
            Json.text(json.get("channel")),
            Json.text(json.get("person")),
            Json.text(json.get("asked_at")),
            Json.text(json.get("ended_at")),
            Json.whole(json.get("canceled")),
            Json.list(json.get("erased"), item -> Json.object(item, ErasedTable::fromJson)),
            Json.list(json.get("kept"), item -> Json.object(item, UnerasedTable::fromJson)),
            Json.whole(json.get("on_their_way")),
            Json.list(json.get("blocked_classes"), item -> Json.text(item)),
            Json.text(json.get("seal")));
    }
}
