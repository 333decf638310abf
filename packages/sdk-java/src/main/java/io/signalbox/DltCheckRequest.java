// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * DltCheckRequest. Made by its builder; what is null is not sent.
 *
 * @param from The header; null takes that of the template.
 * @param templateId Compare with this template; null finds those most like the text.
 */
public record DltCheckRequest(
        String text,
        String from,
        String class_,
        String templateId
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (text != null) json.put("text", text);
        if (from != null) json.put("from", from);
        if (class_ != null) json.put("class", class_);
        if (templateId != null) json.put("template_id", templateId);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a DltCheckRequest. */
    public static final class Builder {
        private String text;
        private String from;
        private String class_;
        private String templateId;

        private Builder() {}

        public Builder text(String value) {
            this.text = value;
            return this;
        }

        /** The header; null takes that of the template. */
        public Builder from(String value) {
            this.from = value;
            return this;
        }

        public Builder class_(String value) {
            this.class_ = value;
            return this;
        }

        /** Compare with this template; null finds those most like the text. */
        public Builder templateId(String value) {
            this.templateId = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public DltCheckRequest build() {
            Json.need("DltCheckRequest", "text", text);
            return new DltCheckRequest(text, from, class_, templateId);
        }
    }
}
