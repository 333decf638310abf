// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * LookedUpNumber. A field is null where the api gave none.
 */
public record LookedUpNumber(
        String number,
        String country,
        String outcome,
        LookedUpNumberNetwork network,
        String reach
) {
    static LookedUpNumber fromJson(Map<String, Object> json) {
        return new LookedUpNumber(
            Json.text(json.get("number")),
            Json.text(json.get("country")),
            Json.text(json.get("outcome")),
            Json.object(json.get("network"), LookedUpNumberNetwork::fromJson),
            Json.text(json.get("reach")));
    }
}
