// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * DltExpiringData. A field is null where the api gave none.
 */
public record DltExpiringData(
        String kind,
        String id,
        String name,
        String expiresOn,
        Long daysLeft
) {
    static DltExpiringData fromJson(Map<String, Object> json) {
        return new DltExpiringData(
            Json.text(json.get("kind")),
            Json.text(json.get("id")),
            Json.text(json.get("name")),
            Json.text(json.get("expires_on")),
            Json.whole(json.get("days_left")));
    }
}
