// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * CountryFraudRules. A field is null where the api gave none.
 *
 * @param near Over the last 10 to 20 minutes, of all numbers that differ in their last 4 digits only.
 * @param wide Over the last hour, of all numbers that differ in their last 6 digits only.
 * @param blockHours How long a rule closes a block of numbers.
 * @param spendPerHour Most that codes may cost in an hour (UTC); null is no limit.
 * @param spendPerDay Most that codes may cost in a day (UTC); null is no limit.
 */
public record CountryFraudRules(
        BlockThreshold near,
        BlockThreshold wide,
        Long blockHours,
        SpendLimit spendPerHour,
        SpendLimit spendPerDay
) {
    static CountryFraudRules fromJson(Map<String, Object> json) {
        return new CountryFraudRules(
            Json.object(json.get("near"), BlockThreshold::fromJson),
            Json.object(json.get("wide"), BlockThreshold::fromJson),
            Json.whole(json.get("block_hours")),
            Json.object(json.get("spend_per_hour"), SpendLimit::fromJson),
            Json.object(json.get("spend_per_day"), SpendLimit::fromJson));
    }
}
