// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * TemplateRef. Made by its builder; what is null is not sent.
 *
 * @param locale Language of the person (BCP 47). Without a body in it the shorter tag is taken (pt for pt-BR), then the default of the template; left out, the default language of the workspace is asked for.
 * @param variables A value for each variable of the template, of its type.
 */
public record TemplateRef(
        String key,
        String locale,
        Map<String, Object> variables
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (key != null) json.put("key", key);
        if (locale != null) json.put("locale", locale);
        if (variables != null) json.put("variables", variables);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a TemplateRef. */
    public static final class Builder {
        private String key;
        private String locale;
        private Map<String, Object> variables;

        private Builder() {}

        public Builder key(String value) {
            this.key = value;
            return this;
        }

        /** Language of the person (BCP 47). Without a body in it the shorter tag is taken (pt for pt-BR), then the default of the template; left out, the default language of the workspace is asked for. */
        public Builder locale(String value) {
            this.locale = value;
            return this;
        }

        /** A value for each variable of the template, of its type. */
        public Builder variables(Map<String, Object> value) {
            this.variables = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public TemplateRef build() {
            Json.need("TemplateRef", "key", key);
            return new TemplateRef(key, locale, variables);
        }
    }
}
