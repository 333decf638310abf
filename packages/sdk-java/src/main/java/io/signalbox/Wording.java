// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Wording. Made by its builder; what is null is not sent.
 */
public record Wording(
        String text,
        String version
) implements JsonObject {
    static Wording fromJson(Map<String, Object> json) {
        return new Wording(
            Json.text(json.get("text")),
            Json.text(json.get("version")));
    }

    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (text != null) json.put("text", text);
        if (version != null) json.put("version", version);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a Wording. */
    public static final class Builder {
        private String text;
        private String version;

        private Builder() {}

        public Builder text(String value) {
            this.text = value;
            return this;
        }

        public Builder version(String value) {
            this.version = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public Wording build() {
            Json.need("Wording", "text", text);
            Json.need("Wording", "version", version);
            return new Wording(text, version);
        }
    }
}
