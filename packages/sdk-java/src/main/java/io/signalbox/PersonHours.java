// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * PersonHours. A field is null where the api gave none.
 *
 * @param consentId The entry of the consent ledger that says so.
 */
public record PersonHours(
        String address,
        String channel,
        List<QuietSpan> quiet,
        String timeZone,
        String since,
        String consentId
) {
    static PersonHours fromJson(Map<String, Object> json) {
        return new PersonHours(
            Json.text(json.get("address")),
            Json.text(json.get("channel")),
            Json.list(json.get("quiet"), item -> Json.object(item, QuietSpan::fromJson)),
            Json.text(json.get("time_zone")),
            Json.text(json.get("since")),
            Json.text(json.get("consent_id")));
    }
}
