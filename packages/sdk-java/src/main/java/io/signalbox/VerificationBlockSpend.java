// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * VerificationBlockSpend. A field is null where the api gave none.
 */
public record VerificationBlockSpend(
        String scope,
        Long windowSeconds,
        SpendLimit limit,
        Long usedMicros
) {
    static VerificationBlockSpend fromJson(Map<String, Object> json) {
        return new VerificationBlockSpend(
            Json.text(json.get("scope")),
            Json.whole(json.get("window_seconds")),
            Json.object(json.get("limit"), SpendLimit::fromJson),
            Json.whole(json.get("used_micros")));
    }
}
