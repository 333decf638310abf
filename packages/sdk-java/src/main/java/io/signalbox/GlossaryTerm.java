// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * GlossaryTerm. A field is null where the api gave none.
 *
 * @param locale The language it is for, with those that begin with it; null is every language without an entry of its own.
 * @param translation What it is called there; null says that it is never translated.
 */
public record GlossaryTerm(
        String term,
        String locale,
        String translation
) {
    static GlossaryTerm fromJson(Map<String, Object> json) {
        return new GlossaryTerm(
            Json.text(json.get("term")),
            Json.text(json.get("locale")),
            Json.text(json.get("translation")));
    }
}
