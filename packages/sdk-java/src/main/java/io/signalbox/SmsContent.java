// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * SmsContent. Made by its builder; what is null is not sent.
 */
public record SmsContent(
        String text
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (text != null) json.put("text", text);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a SmsContent. */
    public static final class Builder {
        private String text;

        private Builder() {}

        public Builder text(String value) {
            this.text = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public SmsContent build() {
            Json.need("SmsContent", "text", text);
            return new SmsContent(text);
        }
    }
}
