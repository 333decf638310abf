// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * CountryViewOpeningHours. A field is null where the api gave none.
 */
public record CountryViewOpeningHours(
        List<String> channels,
        List<Long> days,
        String from,
        String to
) {
    static CountryViewOpeningHours fromJson(Map<String, Object> json) {
        return new CountryViewOpeningHours(
            Json.list(json.get("channels"), item -> Json.text(item)),
            Json.list(json.get("days"), item -> Json.whole(item)),
            Json.text(json.get("from")),
            Json.text(json.get("to")));
    }
}
