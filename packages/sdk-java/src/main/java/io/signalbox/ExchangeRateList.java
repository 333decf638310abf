// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * ExchangeRateList. A field is null where the api gave none.
 */
public record ExchangeRateList(
        String base,
        List<ExchangeRateListData> data,
        List<String> missing
) {
    static ExchangeRateList fromJson(Map<String, Object> json) {
        return new ExchangeRateList(
            Json.text(json.get("base")),
            Json.list(json.get("data"), item -> Json.object(item, ExchangeRateListData::fromJson)),
            Json.list(json.get("missing"), item -> Json.text(item)));
    }
}
