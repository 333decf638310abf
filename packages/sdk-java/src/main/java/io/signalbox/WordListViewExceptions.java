// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * WordListViewExceptions. A field is null where the api gave none.
 */
public record WordListViewExceptions(
        String phrase,
        String because,
        String reviewedAt
) {
    static WordListViewExceptions fromJson(Map<String, Object> json) {
        return new WordListViewExceptions(
            Json.text(json.get("phrase")),
            Json.text(json.get("because")),
            Json.text(json.get("reviewed_at")));
    }
}
