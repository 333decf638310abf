// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * PackView. A field is null where the api gave none.
 */
public record PackView(
        String country,
        Long version,
        String checkedAt,
        Long unsettled,
        Long answered,
        MarketingNow marketingNow,
        List<LegalRuleView> rules,
        List<PackViewCases> cases
) {
    static PackView fromJson(Map<String, Object> json) {
        return new PackView(
            Json.text(json.get("country")),
            Json.whole(json.get("version")),
            Json.text(json.get("checked_at")),
            Json.whole(json.get("unsettled")),
            Json.whole(json.get("answered")),
            Json.object(json.get("marketing_now"), MarketingNow::fromJson),
            Json.list(json.get("rules"), item -> Json.object(item, LegalRuleView::fromJson)),
            Json.list(json.get("cases"), item -> Json.object(item, PackViewCases::fromJson)));
    }
}
