// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * QuoteRequestMix. Made by its builder; what is null is not sent.
 */
public record QuoteRequestMix(
        String country,
        Long count
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (country != null) json.put("country", country);
        if (count != null) json.put("count", count);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a QuoteRequestMix. */
    public static final class Builder {
        private String country;
        private Long count;

        private Builder() {}

        public Builder country(String value) {
            this.country = value;
            return this;
        }

        public Builder count(long value) {
            this.count = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public QuoteRequestMix build() {
            Json.need("QuoteRequestMix", "country", country);
            Json.need("QuoteRequestMix", "count", count);
            return new QuoteRequestMix(country, count);
        }
    }
}
