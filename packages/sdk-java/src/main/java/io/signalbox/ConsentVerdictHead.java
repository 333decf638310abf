// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ConsentVerdictHead. A field is null where the api gave none.
 */
public record ConsentVerdictHead(
        Long seq,
        String hash
) {
    static ConsentVerdictHead fromJson(Map<String, Object> json) {
        return new ConsentVerdictHead(
            Json.whole(json.get("seq")),
            Json.text(json.get("hash")));
    }
}
