// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * CountryConcentration. A field is null where the api gave none.
 */
public record CountryConcentration(
        String country,
        Long messages,
        Long index,
        Double limit,
        List<CountryConcentrationSuppliers> suppliers
) {
    static CountryConcentration fromJson(Map<String, Object> json) {
        return new CountryConcentration(
            Json.text(json.get("country")),
            Json.whole(json.get("messages")),
            Json.whole(json.get("index")),
            Json.decimal(json.get("limit")),
            Json.list(json.get("suppliers"), item -> Json.object(item, CountryConcentrationSuppliers::fromJson)));
    }
}
