// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * PreviewTemplateRequest. Made by its builder; what is null is not sent.
 *
 * @param class_ The class of the messages it is for; a send of another class is refused.
 * @param defaultLocale The language taken when the one asked for has no body. Each channel has a body in it.
 */
public record PreviewTemplateRequest(
        String class_,
        String defaultLocale,
        List<TemplateVariable> variables,
        List<TemplateBody> bodies,
        Map<String, Object> values
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (class_ != null) json.put("class", class_);
        if (defaultLocale != null) json.put("default_locale", defaultLocale);
        if (variables != null) json.put("variables", variables);
        if (bodies != null) json.put("bodies", bodies);
        if (values != null) json.put("values", values);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a PreviewTemplateRequest. */
    public static final class Builder {
        private String class_;
        private String defaultLocale;
        private List<TemplateVariable> variables;
        private List<TemplateBody> bodies;
        private Map<String, Object> values;

        private Builder() {}

        /** The class of the messages it is for; a send of another class is refused. */
        public Builder class_(String value) {
            this.class_ = value;
            return this;
        }

        /** The language taken when the one asked for has no body. Each channel has a body in it. */
        public Builder defaultLocale(String value) {
            this.defaultLocale = value;
            return this;
        }

        public Builder variables(List<TemplateVariable> value) {
            this.variables = value;
            return this;
        }

        public Builder bodies(List<TemplateBody> value) {
            this.bodies = value;
            return this;
        }

        public Builder values(Map<String, Object> value) {
            this.values = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public PreviewTemplateRequest build() {
            Json.need("PreviewTemplateRequest", "class", class_);
            Json.need("PreviewTemplateRequest", "default_locale", defaultLocale);
            Json.need("PreviewTemplateRequest", "bodies", bodies);
            return new PreviewTemplateRequest(class_, defaultLocale, variables, bodies, values);
        }
    }
}
