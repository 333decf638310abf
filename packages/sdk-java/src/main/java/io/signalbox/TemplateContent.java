// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * TemplateContent. Made by its builder; what is null is not sent.
 */
public record TemplateContent(
        List<TemplateVariable> variables,
        List<TemplateBody> bodies
) implements JsonObject {
    static TemplateContent fromJson(Map<String, Object> json) {
        return new TemplateContent(
            Json.list(json.get("variables"), item -> Json.object(item, TemplateVariable::fromJson)),
            Json.list(json.get("bodies"), item -> Json.object(item, TemplateBody::fromJson)));
    }

    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (variables != null) json.put("variables", variables);
        if (bodies != null) json.put("bodies", bodies);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a TemplateContent. */
    public static final class Builder {
        private List<TemplateVariable> variables;
        private List<TemplateBody> bodies;

        private Builder() {}

        public Builder variables(List<TemplateVariable> value) {
            this.variables = value;
            return this;
        }

        public Builder bodies(List<TemplateBody> value) {
            this.bodies = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public TemplateContent build() {
            Json.need("TemplateContent", "bodies", bodies);
            return new TemplateContent(variables, bodies);
        }
    }
}
