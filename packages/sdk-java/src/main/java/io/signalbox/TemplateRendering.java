// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * TemplateRendering. A field is null where the api gave none.
 *
 * @param beside Beside the body in the default language; null for that one itself.
 */
public record TemplateRendering(
        String channel,
        String locale,
        String subject,
        String text,
        String html,
        TemplateSegments segments,
        TemplateMailLooks mail,
        TemplateBeside beside,
        TemplateDltCheck dlt
) {
    static TemplateRendering fromJson(Map<String, Object> json) {
        return new TemplateRendering(
            Json.text(json.get("channel")),
            Json.text(json.get("locale")),
            Json.text(json.get("subject")),
            Json.text(json.get("text")),
            Json.text(json.get("html")),
            Json.object(json.get("segments"), TemplateSegments::fromJson),
            Json.object(json.get("mail"), TemplateMailLooks::fromJson),
            Json.object(json.get("beside"), TemplateBeside::fromJson),
            Json.object(json.get("dlt"), TemplateDltCheck::fromJson));
    }
}
