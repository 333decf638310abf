// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * AskRegistryResult. A field is null where the api gave none.
 */
public record AskRegistryResult(
        String address,
        String outcome,
        Boolean listed,
        Boolean allows,
        String askedAt,
        String validUntil,
        Long costMicros,
        String currency,
        Boolean dryRun
) {
    static AskRegistryResult fromJson(Map<String, Object> json) {
        return new AskRegistryResult(
            Json.text(json.get("address")),
            Json.text(json.get("outcome")),
            Json.flag(json.get("listed")),
            Json.flag(json.get("allows")),
            Json.text(json.get("asked_at")),
            Json.text(json.get("valid_until")),
            Json.whole(json.get("cost_micros")),
            Json.text(json.get("currency")),
            Json.flag(json.get("dry_run")));
    }
}
