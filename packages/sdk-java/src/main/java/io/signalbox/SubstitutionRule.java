// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * SubstitutionRule. Made by its builder; what is null is not sent.
 *
 * @param key What the rule is called in records and figures.
 * @param from The channel the send would begin with.
 * @param to The channel that goes first in its place, when the send names it.
 * @param country Only texts to this country; null for each.
 * @param class_ Only this class; null for each.
 * @param template Only sends by this template; null for each send.
 * @param above Only where the message would cost more than this by `from`, in the currency of the workspace; null whatever it costs.
 */
public record SubstitutionRule(
        String key,
        Boolean enabled,
        String from,
        String to,
        String country,
        String class_,
        String template,
        Money above
) implements JsonObject {
    static SubstitutionRule fromJson(Map<String, Object> json) {
        return new SubstitutionRule(
            Json.text(json.get("key")),
            Json.flag(json.get("enabled")),
            Json.text(json.get("from")),
            Json.text(json.get("to")),
            Json.text(json.get("country")),
            Json.text(json.get("class")),
            Json.text(json.get("template")),
            Json.object(json.get("above"), Money::fromJson));
    }

    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (key != null) json.put("key", key);
        if (enabled != null) json.put("enabled", enabled);
        if (from != null) json.put("from", from);
        if (to != null) json.put("to", to);
        if (country != null) json.put("country", country);
        if (class_ != null) json.put("class", class_);
        if (template != null) json.put("template", template);
        if (above != null) json.put("above", above);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a SubstitutionRule. */
    public static final class Builder {
        private String key;
        private Boolean enabled;
        private String from;
        private String to;
        private String country;
        private String class_;
        private String template;
        private Money above;

        private Builder() {}

        /** What the rule is called in records and figures. */
        public Builder key(String value) {
            this.key = value;
            return this;
        }

        public Builder enabled(boolean value) {
            this.enabled = value;
            return this;
        }

        /** The channel the send would begin with. */
        public Builder from(String value) {
            this.from = value;
            return this;
        }

        /** The channel that goes first in its place, when the send names it. */
        public Builder to(String value) {
            this.to = value;
            return this;
        }

        /** Only texts to this country; null for each. */
        public Builder country(String value) {
            this.country = value;
            return this;
        }

        /** Only this class; null for each. */
        public Builder class_(String value) {
            this.class_ = value;
            return this;
        }

        /** Only sends by this template; null for each send. */
        public Builder template(String value) {
            this.template = value;
            return this;
        }

        /** Only where the message would cost more than this by `from`, in the currency of the workspace; null whatever it costs. */
        public Builder above(Money value) {
            this.above = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public SubstitutionRule build() {
            Json.need("SubstitutionRule", "key", key);
            return new SubstitutionRule(key, enabled, from, to, country, class_, template, above);
        }
    }
}
