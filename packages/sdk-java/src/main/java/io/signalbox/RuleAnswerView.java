// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * RuleAnswerView. A field is null where the api gave none.
 */
public record RuleAnswerView(
        String reading,
        List<String> exceptions,
        String note,
        Long version,
        String updatedAt
) {
    static RuleAnswerView fromJson(Map<String, Object> json) {
        return new RuleAnswerView(
            Json.text(json.get("reading")),
            Json.list(json.get("exceptions"), item -> Json.text(item)),
            Json.text(json.get("note")),
            Json.whole(json.get("version")),
            Json.text(json.get("updated_at")));
    }
}
