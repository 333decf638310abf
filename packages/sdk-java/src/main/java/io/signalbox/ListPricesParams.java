// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * ListPricesParams. Made by its builder; what is null is not sent.
 *
 * @param state current: in force or to come; all: also those over.
 */
public record ListPricesParams(
        Long limit,
        String cursor,
        String routeId,
        String country,
        String state
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (limit != null) json.put("limit", limit);
        if (cursor != null) json.put("cursor", cursor);
        if (routeId != null) json.put("route_id", routeId);
        if (country != null) json.put("country", country);
        if (state != null) json.put("state", state);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a ListPricesParams. */
    public static final class Builder {
        private Long limit;
        private String cursor;
        private String routeId;
        private String country;
        private String state;

        private Builder() {}

        public Builder limit(long value) {
            this.limit = value;
            return this;
        }

        public Builder cursor(String value) {
            this.cursor = value;
            return this;
        }

        public Builder routeId(String value) {
            this.routeId = value;
            return this;
        }

        public Builder country(String value) {
            this.country = value;
            return this;
        }

        /** current: in force or to come; all: also those over. */
        public Builder state(String value) {
            this.state = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public ListPricesParams build() {
            return new ListPricesParams(limit, cursor, routeId, country, state);
        }
    }
}
