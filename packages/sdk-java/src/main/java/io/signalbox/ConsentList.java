// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * ConsentList. A field is null where the api gave none.
 */
public record ConsentList(
        List<ConsentView> data
) {
    static ConsentList fromJson(Map<String, Object> json) {
        return new ConsentList(
            Json.list(json.get("data"), item -> Json.object(item, ConsentView::fromJson)));
    }
}
