// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * TemplatePreviewPricePerPart. A field is null where the api gave none.
 */
public record TemplatePreviewPricePerPart(
        String currency,
        Long lowestMicros,
        Long highestMicros
) {
    static TemplatePreviewPricePerPart fromJson(Map<String, Object> json) {
        return new TemplatePreviewPricePerPart(
            Json.text(json.get("currency")),
            Json.whole(json.get("lowest_micros")),
            Json.whole(json.get("highest_micros")));
    }
}
