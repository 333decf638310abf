// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * ReadShownSenderParams. Made by its builder; what is null is not sent.
 *
 * @param from The sender; left out, the one that stands for messages that name none.
 */
public record ReadShownSenderParams(
        String country,
        String class_,
        String from
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (country != null) json.put("country", country);
        if (class_ != null) json.put("class", class_);
        if (from != null) json.put("from", from);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a ReadShownSenderParams. */
    public static final class Builder {
        private String country;
        private String class_;
        private String from;

        private Builder() {}

        public Builder country(String value) {
            this.country = value;
            return this;
        }

        public Builder class_(String value) {
            this.class_ = value;
            return this;
        }

        /** The sender; left out, the one that stands for messages that name none. */
        public Builder from(String value) {
            this.from = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public ReadShownSenderParams build() {
            Json.need("ReadShownSenderParams", "country", country);
            return new ReadShownSenderParams(country, class_, from);
        }
    }
}
