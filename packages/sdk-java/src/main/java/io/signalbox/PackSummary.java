// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * PackSummary. A field is null where the api gave none.
 */
public record PackSummary(
        String country,
        Long version,
        String checkedAt,
        Long rules,
        Long unsettled,
        Long answered,
        MarketingNow marketingNow
) {
    static PackSummary fromJson(Map<String, Object> json) {
        return new PackSummary(
            Json.text(json.get("country")),
            Json.whole(json.get("version")),
            Json.text(json.get("checked_at")),
            Json.whole(json.get("rules")),
            Json.whole(json.get("unsettled")),
            Json.whole(json.get("answered")),
            Json.object(json.get("marketing_now"), MarketingNow::fromJson));
    }
}
