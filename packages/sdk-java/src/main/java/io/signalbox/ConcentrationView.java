// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * ConcentrationView. A field is null where the api gave none.
 */
public record ConcentrationView(
        Long days,
        List<CountryConcentration> countries,
        List<ConcentrationViewLimits> limits
) {
    static ConcentrationView fromJson(Map<String, Object> json) {
        return new ConcentrationView(
            Json.whole(json.get("days")),
            Json.list(json.get("countries"), item -> Json.object(item, CountryConcentration::fromJson)),
            Json.list(json.get("limits"), item -> Json.object(item, ConcentrationViewLimits::fromJson)));
    }
}
