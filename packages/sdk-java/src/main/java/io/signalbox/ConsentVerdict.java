// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ConsentVerdict. A field is null where the api gave none.
 */
public record ConsentVerdict(
        Boolean intact,
        Long entries,
        Long erased,
        ConsentVerdictHead head,
        ConsentVerdictBroken broken,
        String checkedAt
) {
    static ConsentVerdict fromJson(Map<String, Object> json) {
        return new ConsentVerdict(
            Json.flag(json.get("intact")),
            Json.whole(json.get("entries")),
            Json.whole(json.get("erased")),
            Json.object(json.get("head"), ConsentVerdictHead::fromJson),
            Json.object(json.get("broken"), ConsentVerdictBroken::fromJson),
            Json.text(json.get("checked_at")));
    }
}
