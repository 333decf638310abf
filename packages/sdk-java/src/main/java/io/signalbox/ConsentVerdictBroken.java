// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ConsentVerdictBroken. A field is null where the api gave none.
 */
public record ConsentVerdictBroken(
        Long seq,
        String id,
        String how
) {
    static ConsentVerdictBroken fromJson(Map<String, Object> json) {
        return new ConsentVerdictBroken(
            Json.whole(json.get("seq")),
            Json.text(json.get("id")),
            Json.text(json.get("how")));
    }
}
