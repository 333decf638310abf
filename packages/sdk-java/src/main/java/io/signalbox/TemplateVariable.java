// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * TemplateVariable. Made by its builder; what is null is not sent.
 *
 * @param sample A value of this type, as previews and the reviewer see it.
 * @param optional May be left out by a send: it then prints nothing and counts as false.
 */
public record TemplateVariable(
        String name,
        String type,
        Object sample,
        Boolean optional
) implements JsonObject {
    static TemplateVariable fromJson(Map<String, Object> json) {
        return new TemplateVariable(
            Json.text(json.get("name")),
            Json.text(json.get("type")),
            json.get("sample"),
            Json.flag(json.get("optional")));
    }

    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (name != null) json.put("name", name);
        if (type != null) json.put("type", type);
        if (sample != null) json.put("sample", sample);
        if (optional != null) json.put("optional", optional);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a TemplateVariable. */
    public static final class Builder {
        private String name;
        private String type;
        private Object sample;
        private Boolean optional;

        private Builder() {}

        public Builder name(String value) {
            this.name = value;
            return this;
        }

        public Builder type(String value) {
            this.type = value;
            return this;
        }

        /** A value of this type, as previews and the reviewer see it. */
        public Builder sample(Object value) {
            this.sample = value;
            return this;
        }

        /** May be left out by a send: it then prints nothing and counts as false. */
        public Builder optional(boolean value) {
            this.optional = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public TemplateVariable build() {
            Json.need("TemplateVariable", "name", name);
            Json.need("TemplateVariable", "type", type);
            Json.need("TemplateVariable", "sample", sample);
            return new TemplateVariable(name, type, sample, optional);
        }
    }
}
