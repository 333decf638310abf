// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * DltPart. A field is null where the api gave none.
 */
public record DltPart(
        String kind,
        Long start,
        Long end,
        String found,
        String expected,
        Long variable,
        String tag,
        Long mark
) {
    static DltPart fromJson(Map<String, Object> json) {
        return new DltPart(
            Json.text(json.get("kind")),
            Json.whole(json.get("start")),
            Json.whole(json.get("end")),
            Json.text(json.get("found")),
            Json.text(json.get("expected")),
            Json.whole(json.get("variable")),
            Json.text(json.get("tag")),
            Json.whole(json.get("mark")));
    }
}
