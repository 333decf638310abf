// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * MemberOfList. A field is null where the api gave none.
 */
public record MemberOfList(
        String address,
        String state,
        String locale,
        String source,
        String since,
        String confirmBy,
        String messageId,
        String consentId
) {
    static MemberOfList fromJson(Map<String, Object> json) {
        return new MemberOfList(
            Json.text(json.get("address")),
            Json.text(json.get("state")),
            Json.text(json.get("locale")),
            Json.text(json.get("source")),
            Json.text(json.get("since")),
            Json.text(json.get("confirm_by")),
            Json.text(json.get("message_id")),
            Json.text(json.get("consent_id")));
    }
}
