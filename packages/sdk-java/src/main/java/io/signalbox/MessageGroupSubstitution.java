// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * MessageGroupSubstitution. A field is null where the api gave none.
 */
public record MessageGroupSubstitution(
        String rule,
        List<String> asked,
        Money price,
        MessageGroupSubstitutionSaved saved,
        Boolean replays
) {
    static MessageGroupSubstitution fromJson(Map<String, Object> json) {
        return new MessageGroupSubstitution(
            Json.text(json.get("rule")),
            Json.list(json.get("asked"), item -> Json.text(item)),
            Json.object(json.get("price"), Money::fromJson),
            Json.object(json.get("saved"), MessageGroupSubstitutionSaved::fromJson),
            Json.flag(json.get("replays")));
    }
}
