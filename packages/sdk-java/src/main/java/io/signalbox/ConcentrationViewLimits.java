// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ConcentrationViewLimits. A field is null where the api gave none.
 *
 * @param limit 0 to 1.
 */
public record ConcentrationViewLimits(
        String country,
        Double limit
) {
    static ConcentrationViewLimits fromJson(Map<String, Object> json) {
        return new ConcentrationViewLimits(
            Json.text(json.get("country")),
            Json.decimal(json.get("limit")));
    }
}
