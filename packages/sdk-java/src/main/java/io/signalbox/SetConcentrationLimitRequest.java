// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * SetConcentrationLimitRequest. Made by its builder; what is null is not sent.
 *
 * @param country Null sets the limit of every country that has none of its own.
 * @param limit The largest share one supplier may have, 0.01 to 1; null takes the limit away.
 */
public record SetConcentrationLimitRequest(
        String country,
        Double limit
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (country != null) json.put("country", country);
        if (limit != null) json.put("limit", limit);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a SetConcentrationLimitRequest. */
    public static final class Builder {
        private String country;
        private Double limit;

        private Builder() {}

        /** Null sets the limit of every country that has none of its own. */
        public Builder country(String value) {
            this.country = value;
            return this;
        }

        /** The largest share one supplier may have, 0.01 to 1; null takes the limit away. */
        public Builder limit(double value) {
            this.limit = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public SetConcentrationLimitRequest build() {
            return new SetConcentrationLimitRequest(country, limit);
        }
    }
}
