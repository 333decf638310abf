// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * PersonHolding. A field is null where the api gave none.
 */
public record PersonHolding(
        String kind,
        Long count,
        String erasure,
        String keptFor,
        List<PersonEntry> newest
) {
    static PersonHolding fromJson(Map<String, Object> json) {
        return new PersonHolding(
            Json.text(json.get("kind")),
            Json.whole(json.get("count")),
            Json.text(json.get("erasure")),
            Json.text(json.get("kept_for")),
            Json.list(json.get("newest"), item -> Json.object(item, PersonEntry::fromJson)));
    }
}
