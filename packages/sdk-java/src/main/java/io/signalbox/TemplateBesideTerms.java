// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * TemplateBesideTerms. A field is null where the api gave none.
 */
public record TemplateBesideTerms(
        String term,
        String expected
) {
    static TemplateBesideTerms fromJson(Map<String, Object> json) {
        return new TemplateBesideTerms(
            Json.text(json.get("term")),
            Json.text(json.get("expected")));
    }
}
