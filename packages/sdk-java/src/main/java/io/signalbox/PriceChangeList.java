// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * PriceChangeList. A field is null where the api gave none.
 */
public record PriceChangeList(
        List<PriceChangeView> data
) {
    static PriceChangeList fromJson(Map<String, Object> json) {
        return new PriceChangeList(
            Json.list(json.get("data"), item -> Json.object(item, PriceChangeView::fromJson)));
    }
}
