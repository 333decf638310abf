// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * PersonCopy. A field is null where the api gave none.
 */
public record PersonCopy(
        String format,
        String requestId,
        String madeAt,
        String workspaceId,
        String environment,
        String channel,
        String address,
        List<Map<String, Object>> messages,
        List<Map<String, Object>> receipts,
        List<Map<String, Object>> laterChannels,
        List<Map<String, Object>> replies,
        List<Map<String, Object>> verifications,
        List<Map<String, Object>> consents,
        List<Map<String, Object>> listMembers,
        List<Map<String, Object>> suppressions,
        List<Map<String, Object>> counters,
        List<Map<String, Object>> networks,
        List<Map<String, Object>> registries,
        List<Map<String, Object>> blockedNumbers,
        List<Map<String, Object>> auditLog,
        String nextCursor
) {
    static PersonCopy fromJson(Map<String, Object> json) {
        return new PersonCopy(
            Json.text(json.get("format")),
            Json.text(json.get("request_id")),
            Json.text(json.get("made_at")),
            Json.text(json.get("workspace_id")),
            Json.text(json.get("environment")),
            Json.text(json.get("channel")),
            Json.text(json.get("address")),
            Json.list(json.get("messages"), item -> Json.map(item, subitem -> subitem)),
            Json.list(json.get("receipts"), item -> Json.map(item, subitem -> subitem)),
            Json.list(json.get("later_channels"), item -> Json.map(item, subitem -> subitem)),
            Json.list(json.get("replies"), item -> Json.map(item, subitem -> subitem)),
            Json.list(json.get("verifications"), item -> Json.map(item, subitem -> subitem)),
            Json.list(json.get("consents"), item -> Json.map(item, subitem -> subitem)),
            Json.list(json.get("list_members"), item -> Json.map(item, subitem -> subitem)),
            Json.list(json.get("suppressions"), item -> Json.map(item, subitem -> subitem)),
            Json.list(json.get("counters"), item -> Json.map(item, subitem -> subitem)),
            Json.list(json.get("networks"), item -> Json.map(item, subitem -> subitem)),
            Json.list(json.get("registries"), item -> Json.map(item, subitem -> subitem)),
            Json.list(json.get("blocked_numbers"), item -> Json.map(item, subitem -> subitem)),
            Json.list(json.get("audit_log"), item -> Json.map(item, subitem -> subitem)),
            Json.text(json.get("next_cursor")));
    }
}
