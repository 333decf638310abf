// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * ListsView. A field is null where the api gave none.
 */
public record ListsView(
        List<ListView> data
) {
    static ListsView fromJson(Map<String, Object> json) {
        return new ListsView(
            Json.list(json.get("data"), item -> Json.object(item, ListView::fromJson)));
    }
}
