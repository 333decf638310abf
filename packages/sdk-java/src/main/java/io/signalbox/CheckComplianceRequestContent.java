// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * CheckComplianceRequestContent. Made by its builder; what is null is not sent.
 */
public record CheckComplianceRequestContent(
        String text,
        String subject
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (text != null) json.put("text", text);
        if (subject != null) json.put("subject", subject);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a CheckComplianceRequestContent. */
    public static final class Builder {
        private String text;
        private String subject;

        private Builder() {}

        public Builder text(String value) {
            this.text = value;
            return this;
        }

        public Builder subject(String value) {
            this.subject = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public CheckComplianceRequestContent build() {
            Json.need("CheckComplianceRequestContent", "text", text);
            return new CheckComplianceRequestContent(text, subject);
        }
    }
}
