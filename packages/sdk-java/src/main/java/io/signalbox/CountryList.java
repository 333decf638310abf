// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * CountryList. A field is null where the api gave none.
 */
public record CountryList(
        List<CountryView> data
) {
    static CountryList fromJson(Map<String, Object> json) {
        return new CountryList(
            Json.list(json.get("data"), item -> Json.object(item, CountryView::fromJson)));
    }
}
