// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * GlossaryView. A field is null where the api gave none.
 */
public record GlossaryView(
        List<GlossaryTerm> data
) {
    static GlossaryView fromJson(Map<String, Object> json) {
        return new GlossaryView(
            Json.list(json.get("data"), item -> Json.object(item, GlossaryTerm::fromJson)));
    }
}
