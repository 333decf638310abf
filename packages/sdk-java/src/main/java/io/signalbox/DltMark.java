// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * DltMark. A field is null where the api gave none.
 */
public record DltMark(
        String kind,
        Long start,
        Long end,
        Long line,
        Long templateStart,
        Long templateEnd,
        String expected,
        String found,
        Long variable,
        String tag,
        Long limit,
        String operatorCode,
        String cure
) {
    static DltMark fromJson(Map<String, Object> json) {
        return new DltMark(
            Json.text(json.get("kind")),
            Json.whole(json.get("start")),
            Json.whole(json.get("end")),
            Json.whole(json.get("line")),
            Json.whole(json.get("template_start")),
            Json.whole(json.get("template_end")),
            Json.text(json.get("expected")),
            Json.text(json.get("found")),
            Json.whole(json.get("variable")),
            Json.text(json.get("tag")),
            Json.whole(json.get("limit")),
            Json.text(json.get("operator_code")),
            Json.text(json.get("cure")));
    }
}
