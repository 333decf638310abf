// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * PersonFound. A field is null where the api gave none.
 */
public record PersonFound(
        String address,
        String channel,
        String environment,
        Long total,
        List<PersonHolding> holdings
) {
    static PersonFound fromJson(Map<String, Object> json) {
        return new PersonFound(
            Json.text(json.get("address")),
            Json.text(json.get("channel")),
            Json.text(json.get("environment")),
            Json.whole(json.get("total")),
            Json.list(json.get("holdings"), item -> Json.object(item, PersonHolding::fromJson)));
    }
}
