// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * DltCandidate. A field is null where the api gave none.
 */
public record DltCandidate(
        String templateId,
        String name,
        String templateKind,
        List<String> headers,
        Boolean usable,
        String template,
        Boolean matches,
        Double score,
        List<DltMark> marks,
        List<DltPart> parts,
        List<Long> longValues
) {
    static DltCandidate fromJson(Map<String, Object> json) {
        return new DltCandidate(
            Json.text(json.get("template_id")),
            Json.text(json.get("name")),
            Json.text(json.get("template_kind")),
            Json.list(json.get("headers"), item -> Json.text(item)),
            Json.flag(json.get("usable")),
            Json.text(json.get("template")),
            Json.flag(json.get("matches")),
            Json.decimal(json.get("score")),
            Json.list(json.get("marks"), item -> Json.object(item, DltMark::fromJson)),
            Json.list(json.get("parts"), item -> Json.object(item, DltPart::fromJson)),
            Json.list(json.get("long_values"), item -> Json.whole(item)));
    }
}
