// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * TemplateTranslation. A field is null where the api gave none.
 *
 * @param drafted Who asked for the draft.
 * @param begun Who began to review it.
 * @param reviewed Who answers for it.
 */
public record TemplateTranslation(
        String channel,
        String locale,
        String state,
        TemplateActor drafted,
        TemplateActor begun,
        TemplateActor reviewed
) {
    static TemplateTranslation fromJson(Map<String, Object> json) {
        return new TemplateTranslation(
            Json.text(json.get("channel")),
            Json.text(json.get("locale")),
            Json.text(json.get("state")),
            Json.object(json.get("drafted"), TemplateActor::fromJson),
            Json.object(json.get("begun"), TemplateActor::fromJson),
            Json.object(json.get("reviewed"), TemplateActor::fromJson));
    }
}
