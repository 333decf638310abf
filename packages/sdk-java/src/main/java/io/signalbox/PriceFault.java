// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * PriceFault. A field is null where the api gave none.
 */
public record PriceFault(
        Long line,
        String column,
        String message
) {
    static PriceFault fromJson(Map<String, Object> json) {
        return new PriceFault(
            Json.whole(json.get("line")),
            Json.text(json.get("column")),
            Json.text(json.get("message")));
    }
}
