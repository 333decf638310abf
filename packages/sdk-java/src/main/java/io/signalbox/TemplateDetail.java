// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * TemplateDetail. A field is null where the api gave none.
 *
 * @param unreviewed Languages of the newest version with a text that a service drafted and nobody reviewed as it stands.
 * @param stale Those of them with a text that was reviewed before the default language said something else.
 * @param translations Its texts that a service drafted. Until each is reviewed the version is not submitted, approved or sent; one that was reviewed is `stale` once the text it stands for says something else in the default language.
 */
public record TemplateDetail(
        String key,
        String name,
        String class_,
        String defaultLocale,
        String topic,
        Long liveVersion,
        Long version,
        String state,
        List<String> channels,
        List<String> locales,
        List<String> unreviewed,
        List<String> stale,
        String lastUsedAt,
        String createdAt,
        TemplateContent content,
        List<TemplateTranslation> translations,
        TemplateDrafting drafting,
        List<TemplateVersionSummary> versions
) {
    static TemplateDetail fromJson(Map<String, Object> json) {
        return new TemplateDetail(
            Json.text(json.get("key")),
            Json.text(json.get("name")),
            Json.text(json.get("class")),
            Json.text(json.get("default_locale")),
            Json.text(json.get("topic")),
            Json.whole(json.get("live_version")),
            Json.whole(json.get("version")),
            Json.text(json.get("state")),
            Json.list(json.get("channels"), item -> Json.text(item)),
            Json.list(json.get("locales"), item -> Json.text(item)),
            Json.list(json.get("unreviewed"), item -> Json.text(item)),
            Json.list(json.get("stale"), item -> Json.text(item)),
            Json.text(json.get("last_used_at")),
            Json.text(json.get("created_at")),
            Json.object(json.get("content"), TemplateContent::fromJson),
            Json.list(json.get("translations"), item -> Json.object(item, TemplateTranslation::fromJson)),
            Json.object(json.get("drafting"), TemplateDrafting::fromJson),
            Json.list(json.get("versions"), item -> Json.object(item, TemplateVersionSummary::fromJson)));
    }
}
