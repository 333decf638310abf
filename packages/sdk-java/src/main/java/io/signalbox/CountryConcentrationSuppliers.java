// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * CountryConcentrationSuppliers. A field is null where the api gave none.
 *
 * @param share 0 to 1.
 */
public record CountryConcentrationSuppliers(
        String providerId,
        String providerName,
        Long messages,
        Double share,
        Boolean full
) {
    static CountryConcentrationSuppliers fromJson(Map<String, Object> json) {
        return new CountryConcentrationSuppliers(
            Json.text(json.get("provider_id")),
            Json.text(json.get("provider_name")),
            Json.whole(json.get("messages")),
            Json.decimal(json.get("share")),
            Json.flag(json.get("full")));
    }
}
