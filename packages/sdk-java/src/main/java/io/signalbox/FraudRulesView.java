// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * FraudRulesView. A field is null where the api gave none.
 */
public record FraudRulesView(
        FraudRulesViewAllCodes allCodes,
        CountryFraudRules eachCountry,
        List<OwnCountryRules> countries,
        Long version,
        String updatedAt
) {
    static FraudRulesView fromJson(Map<String, Object> json) {
        return new FraudRulesView(
            Json.object(json.get("all_codes"), FraudRulesViewAllCodes::fromJson),
            Json.object(json.get("each_country"), CountryFraudRules::fromJson),
            Json.list(json.get("countries"), item -> Json.object(item, OwnCountryRules::fromJson)),
            Json.whole(json.get("version")),
            Json.text(json.get("updated_at")));
    }
}
