// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * PricesUndone. A field is null where the api gave none.
 */
public record PricesUndone(
        String changeId
) {
    static PricesUndone fromJson(Map<String, Object> json) {
        return new PricesUndone(
            Json.text(json.get("change_id")));
    }
}
