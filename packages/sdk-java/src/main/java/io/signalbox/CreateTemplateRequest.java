// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * CreateTemplateRequest. Made by its builder; what is null is not sent.
 *
 * @param key What sends name it by; it never changes.
 * @param topic What its messages are about, one of `GET /v1/topics`; a send may name another. Of marketing alone.
 * @param class_ The class of the messages it is for; a send of another class is refused.
 * @param defaultLocale The language taken when the one asked for has no body. Each channel has a body in it.
 */
public record CreateTemplateRequest(
        String key,
        String name,
        String topic,
        String class_,
        String defaultLocale,
        List<TemplateVariable> variables,
        List<TemplateBody> bodies
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (key != null) json.put("key", key);
        if (name != null) json.put("name", name);
        if (topic != null) json.put("topic", topic);
        if (class_ != null) json.put("class", class_);
        if (defaultLocale != null) json.put("default_locale", defaultLocale);
        if (variables != null) json.put("variables", variables);
        if (bodies != null) json.put("bodies", bodies);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a CreateTemplateRequest. */
    public static final class Builder {
        private String key;
        private String name;
        private String topic;
        private String class_;
        private String defaultLocale;
        private List<TemplateVariable> variables;
        private List<TemplateBody> bodies;

        private Builder() {}

        /** What sends name it by; it never changes. */
        public Builder key(String value) {
            this.key = value;
            return this;
        }

        public Builder name(String value) {
            this.name = value;
            return this;
        }

        /** What its messages are about, one of `GET /v1/topics`; a send may name another. Of marketing alone. */
        public Builder topic(String value) {
            this.topic = value;
            return this;
        }

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

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public CreateTemplateRequest build() {
            Json.need("CreateTemplateRequest", "key", key);
            Json.need("CreateTemplateRequest", "name", name);
            Json.need("CreateTemplateRequest", "class", class_);
            Json.need("CreateTemplateRequest", "default_locale", defaultLocale);
            Json.need("CreateTemplateRequest", "bodies", bodies);
            return new CreateTemplateRequest(key, name, topic, class_, defaultLocale, variables, bodies);
        }
    }
}
