// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * CostInterval. A field is null where the api gave none.
 */
public record CostInterval(
        Long lowMicros,
        Long expectedMicros,
        Long highMicros
) {
    static CostInterval fromJson(Map<String, Object> json) {
        return new CostInterval(
            Json.whole(json.get("low_micros")),
            Json.whole(json.get("expected_micros")),
            Json.whole(json.get("high_micros")));
    }
}
