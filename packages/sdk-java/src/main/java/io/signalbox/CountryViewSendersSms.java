// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * CountryViewSendersSms. A field is null where the api gave none.
 */
public record CountryViewSendersSms(
        String default_,
        Boolean registeredOnly
) {
    static CountryViewSendersSms fromJson(Map<String, Object> json) {
        return new CountryViewSendersSms(
            Json.text(json.get("default")),
            Json.flag(json.get("registered_only")));
    }
}
