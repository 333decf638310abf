// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * EmailContent. Made by its builder; what is null is not sent.
 */
public record EmailContent(
        String subject,
        String text,
        String html
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (subject != null) json.put("subject", subject);
        if (text != null) json.put("text", text);
        if (html != null) json.put("html", html);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a EmailContent. */
    public static final class Builder {
        private String subject;
        private String text;
        private String html;

        private Builder() {}

        public Builder subject(String value) {
            this.subject = value;
            return this;
        }

        public Builder text(String value) {
            this.text = value;
            return this;
        }

        public Builder html(String value) {
            this.html = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public EmailContent build() {
            Json.need("EmailContent", "subject", subject);
            return new EmailContent(subject, text, html);
        }
    }
}
