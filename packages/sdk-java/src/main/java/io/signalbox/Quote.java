// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * Quote. A field is null where the api gave none.
 */
public record Quote(
        String currency,
        Long recipients,
        Long priced,
        Long held,
        Long parts,
        String encoding,
        CostInterval total,
        List<QuotedCountry> countries,
        List<QuoteExcluded> excluded,
        List<QuoteAdvice> advice
) {
    static Quote fromJson(Map<String, Object> json) {
        return new Quote(
            Json.text(json.get("currency")),
            Json.whole(json.get("recipients")),
            Json.whole(json.get("priced")),
            Json.whole(json.get("held")),
            Json.whole(json.get("parts")),
            Json.text(json.get("encoding")),
            Json.object(json.get("total"), CostInterval::fromJson),
            Json.list(json.get("countries"), item -> Json.object(item, QuotedCountry::fromJson)),
            Json.list(json.get("excluded"), item -> Json.object(item, QuoteExcluded::fromJson)),
            Json.list(json.get("advice"), item -> Json.object(item, QuoteAdvice::fromJson)));
    }
}
