// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * CheckComplianceRequestContent. Made by its builder; what is null is not sent.
 *
 * @param locale Of a call: the language it is spoken in.
 */
public record CheckComplianceRequestContent(
        String text,
        String subject,
        String locale
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (text != null) json.put("text", text);
        if (subject != null) json.put("subject", subject);
        if (locale != null) json.put("locale", locale);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a CheckComplianceRequestContent. */
    public static final class Builder {
        private String text;
        private String subject;
        private String locale;

        private Builder() {}

        public Builder text(String value) {
            this.text = value;
            return this;
        }

        public Builder subject(String value) {
            this.subject = value;
            return this;
        }

        /** Of a call: the language it is spoken in. */
        public Builder locale(String value) {
            this.locale = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public CheckComplianceRequestContent build() {
            Json.need("CheckComplianceRequestContent", "text", text);
            return new CheckComplianceRequestContent(text, subject, locale);
        }
    }
}
