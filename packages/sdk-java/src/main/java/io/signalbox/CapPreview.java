// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * CapPreview. A field is null where the api gave none.
 *
 * @param counted Messages that went and that the cap counts.
 * @param over Messages that would have been dropped or would have waited.
 * @param complete False where so many people are over the cap that only some of them were looked at.
 */
public record CapPreview(
        String from,
        String to,
        Long counted,
        Long people,
        Long over,
        Long peopleOver,
        Boolean complete
) {
    static CapPreview fromJson(Map<String, Object> json) {
        return new CapPreview(
            Json.text(json.get("from")),
            Json.text(json.get("to")),
            Json.whole(json.get("counted")),
            Json.whole(json.get("people")),
            Json.whole(json.get("over")),
            Json.whole(json.get("people_over")),
            Json.flag(json.get("complete")));
    }
}
