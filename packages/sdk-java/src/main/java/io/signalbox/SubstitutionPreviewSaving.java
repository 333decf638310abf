// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * SubstitutionPreviewSaving. A field is null where the api gave none.
 */
public record SubstitutionPreviewSaving(
        String currency,
        Long lowMicros,
        Long expectedMicros,
        Long highMicros
) {
    static SubstitutionPreviewSaving fromJson(Map<String, Object> json) {
        return new SubstitutionPreviewSaving(
            Json.text(json.get("currency")),
            Json.whole(json.get("low_micros")),
            Json.whole(json.get("expected_micros")),
            Json.whole(json.get("high_micros")));
    }
}
