// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ExchangeRateListData. A field is null where the api gave none.
 *
 * @param id Currency and day, such as EUR.2026-12-01.
 * @param from The day from which the rate counts, in UTC.
 * @param rate What one unit is worth in the currency of the workspace, as decimal text.
 */
public record ExchangeRateListData(
        String id,
        String currency,
        String from,
        String rate,
        Boolean inForce
) {
    static ExchangeRateListData fromJson(Map<String, Object> json) {
        return new ExchangeRateListData(
            Json.text(json.get("id")),
            Json.text(json.get("currency")),
            Json.text(json.get("from")),
            Json.text(json.get("rate")),
            Json.flag(json.get("in_force")));
    }
}
