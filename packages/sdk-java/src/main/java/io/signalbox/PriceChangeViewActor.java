// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * PriceChangeViewActor. A field is null where the api gave none.
 */
public record PriceChangeViewActor(
        String kind,
        String name
) {
    static PriceChangeViewActor fromJson(Map<String, Object> json) {
        return new PriceChangeViewActor(
            Json.text(json.get("kind")),
            Json.text(json.get("name")));
    }
}
