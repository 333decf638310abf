// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ReplayView. A field is null where the api gave none.
 */
public record ReplayView(
        Long count,
        Boolean dryRun
) {
    static ReplayView fromJson(Map<String, Object> json) {
        return new ReplayView(
            Json.whole(json.get("count")),
            Json.flag(json.get("dry_run")));
    }
}
