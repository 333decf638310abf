// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * TemplateDltCheck. A field is null where the api gave none.
 */
public record TemplateDltCheck(
        Boolean passes,
        String templateId,
        String templateName,
        String templateText,
        String cure,
        List<DltMark> marks
) {
    static TemplateDltCheck fromJson(Map<String, Object> json) {
        return new TemplateDltCheck(
            Json.flag(json.get("passes")),
            Json.text(json.get("template_id")),
            Json.text(json.get("template_name")),
            Json.text(json.get("template_text")),
            Json.text(json.get("cure")),
            Json.list(json.get("marks"), item -> Json.object(item, DltMark::fromJson)));
    }
}
