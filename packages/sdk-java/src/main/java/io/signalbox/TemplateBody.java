// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * TemplateBody. Made by its builder; what is null is not sent.
 *
 * @param dltTemplateId The content template on file for India by which texts of this body go; null lets it be found by the text.
 * @param html The HTML part; not beside `mjml`.
 * @param mjml The mail in MJML, of which the HTML part is made once, when the version is stored. It includes no file and loads no font.
 */
public record TemplateBody(
        String channel,
        String locale,
        String text,
        String dltTemplateId,
        String subject,
        String html,
        String mjml
) implements JsonObject {
    static TemplateBody fromJson(Map<String, Object> json) {
        return new TemplateBody(
            Json.text(json.get("channel")),
            Json.text(json.get("locale")),
            Json.text(json.get("text")),
            Json.text(json.get("dlt_template_id")),
            Json.text(json.get("subject")),
            Json.text(json.get("html")),
            Json.text(json.get("mjml")));
    }

    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (channel != null) json.put("channel", channel);
        if (locale != null) json.put("locale", locale);
        if (text != null) json.put("text", text);
        if (dltTemplateId != null) json.put("dlt_template_id", dltTemplateId);
        if (subject != null) json.put("subject", subject);
        if (html != null) json.put("html", html);
        if (mjml != null) json.put("mjml", mjml);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a TemplateBody. */
    public static final class Builder {
        private String channel;
        private String locale;
        private String text;
        private String dltTemplateId;
        private String subject;
        private String html;
        private String mjml;

        private Builder() {}

        public Builder channel(String value) {
            this.channel = value;
            return this;
        }

        public Builder locale(String value) {
            this.locale = value;
            return this;
        }

        public Builder text(String value) {
            this.text = value;
            return this;
        }

        /** The content template on file for India by which texts of this body go; null lets it be found by the text. */
        public Builder dltTemplateId(String value) {
            this.dltTemplateId = value;
            return this;
        }

        public Builder subject(String value) {
            this.subject = value;
            return this;
        }

        /** The HTML part; not beside `mjml`. */
        public Builder html(String value) {
            this.html = value;
            return this;
        }

        /** The mail in MJML, of which the HTML part is made once, when the version is stored. It includes no file and loads no font. */
        public Builder mjml(String value) {
            this.mjml = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public TemplateBody build() {
            Json.need("TemplateBody", "channel", channel);
            Json.need("TemplateBody", "locale", locale);
            return new TemplateBody(channel, locale, text, dltTemplateId, subject, html, mjml);
        }
    }
}
