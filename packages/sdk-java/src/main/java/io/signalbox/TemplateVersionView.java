// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * TemplateVersionView. A field is null where the api gave none.
 *
 * @param translations Its texts that a service drafted. Until each is reviewed the version is not submitted, approved or sent; one that was reviewed is `stale` once the text it stands for says something else in the default language.
 */
public record TemplateVersionView(
        Long version,
        String state,
        TemplateActor created,
        TemplateActor submitted,
        TemplateActor decided,
        String comment,
        String lastUsedAt,
        List<TemplateVariable> variables,
        List<TemplateBody> bodies,
        List<TemplateTranslation> translations
) {
    static TemplateVersionView fromJson(Map<String, Object> json) {
        return new TemplateVersionView(
            Json.whole(json.get("version")),
            Json.text(json.get("state")),
            Json.object(json.get("created"), TemplateActor::fromJson),
            Json.object(json.get("submitted"), TemplateActor::fromJson),
            Json.object(json.get("decided"), TemplateActor::fromJson),
            Json.text(json.get("comment")),
            Json.text(json.get("last_used_at")),
            Json.list(json.get("variables"), item -> Json.object(item, TemplateVariable::fromJson)),
            Json.list(json.get("bodies"), item -> Json.object(item, TemplateBody::fromJson)),
            Json.list(json.get("translations"), item -> Json.object(item, TemplateTranslation::fromJson)));
    }
}
