// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * FraudRulesViewAllCodes. A field is null where the api gave none.
 */
public record FraudRulesViewAllCodes(
        Long codesPerMinute,
        SpendLimit spendPerHour,
        SpendLimit spendPerDay
) {
    static FraudRulesViewAllCodes fromJson(Map<String, Object> json) {
        return new FraudRulesViewAllCodes(
            Json.whole(json.get("codes_per_minute")),
            Json.object(json.get("spend_per_hour"), SpendLimit::fromJson),
            Json.object(json.get("spend_per_day"), SpendLimit::fromJson));
    }
}
