// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * LookupRule. Made by its builder; what is null is not sent.
 *
 * @param absent A text to a phone that is out of reach.
 * @param unknown A text to a number that nobody has.
 */
public record LookupRule(
        String country,
        String class_,
        Boolean lookUp,
        String absent,
        String unknown
) implements JsonObject {
    static LookupRule fromJson(Map<String, Object> json) {
        return new LookupRule(
            Json.text(json.get("country")),
            Json.text(json.get("class")),
            Json.flag(json.get("look_up")),
            Json.text(json.get("absent")),
            Json.text(json.get("unknown")));
    }

    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (country != null) json.put("country", country);
        if (class_ != null) json.put("class", class_);
        if (lookUp != null) json.put("look_up", lookUp);
        if (absent != null) json.put("absent", absent);
        if (unknown != null) json.put("unknown", unknown);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a LookupRule. */
    public static final class Builder {
        private String country;
        private String class_;
        private Boolean lookUp;
        private String absent;
        private String unknown;

        private Builder() {}

        public Builder country(String value) {
            this.country = value;
            return this;
        }

        public Builder class_(String value) {
            this.class_ = value;
            return this;
        }

        public Builder lookUp(boolean value) {
            this.lookUp = value;
            return this;
        }

        /** A text to a phone that is out of reach. */
        public Builder absent(String value) {
            this.absent = value;
            return this;
        }

        /** A text to a number that nobody has. */
        public Builder unknown(String value) {
            this.unknown = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public LookupRule build() {
            Json.need("LookupRule", "class", class_);
            Json.need("LookupRule", "look_up", lookUp);
            return new LookupRule(country, class_, lookUp, absent, unknown);
        }
    }
}
