// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * TemplateActor. A field is null where the api gave none.
 */
public record TemplateActor(
        String kind,
        String name,
        String at
) {
    static TemplateActor fromJson(Map<String, Object> json) {
        return new TemplateActor(
            Json.text(json.get("kind")),
            Json.text(json.get("name")),
            Json.text(json.get("at")));
    }
}
