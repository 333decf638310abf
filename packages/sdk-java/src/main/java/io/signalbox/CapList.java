// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * CapList. A field is null where the api gave none.
 */
public record CapList(
        List<CapView> data,
        List<LegalCapView> legal
) {
    static CapList fromJson(Map<String, Object> json) {
        return new CapList(
            Json.list(json.get("data"), item -> Json.object(item, CapView::fromJson)),
            Json.list(json.get("legal"), item -> Json.object(item, LegalCapView::fromJson)));
    }
}
