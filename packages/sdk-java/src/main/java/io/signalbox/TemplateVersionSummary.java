// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * TemplateVersionSummary. A field is null where the api gave none.
 */
public record TemplateVersionSummary(
        Long version,
        String state,
        TemplateActor created,
        TemplateActor submitted,
        TemplateActor decided,
        String comment,
        String lastUsedAt
) {
    static TemplateVersionSummary fromJson(Map<String, Object> json) {
        return new TemplateVersionSummary(
            Json.whole(json.get("version")),
            Json.text(json.get("state")),
            Json.object(json.get("created"), TemplateActor::fromJson),
            Json.object(json.get("submitted"), TemplateActor::fromJson),
            Json.object(json.get("decided"), TemplateActor::fromJson),
            Json.text(json.get("comment")),
            Json.text(json.get("last_used_at")));
    }
}
