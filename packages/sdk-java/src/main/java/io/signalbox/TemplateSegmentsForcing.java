// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * TemplateSegmentsForcing. A field is null where the api gave none.
 */
public record TemplateSegmentsForcing(
        String character,
        String suggestion
) {
    static TemplateSegmentsForcing fromJson(Map<String, Object> json) {
        return new TemplateSegmentsForcing(
            Json.text(json.get("character")),
            Json.text(json.get("suggestion")));
    }
}
