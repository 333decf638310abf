// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * ListSendersParams. Made by its builder; what is null is not sent.
 *
 * @param country Only those registered there.
 */
public record ListSendersParams(
        String country,
        String status
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (country != null) json.put("country", country);
        if (status != null) json.put("status", status);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a ListSendersParams. */
    public static final class Builder {
        private String country;
        private String status;

        private Builder() {}

        /** Only those registered there. */
        public Builder country(String value) {
            this.country = value;
            return this;
        }

        public Builder status(String value) {
            this.status = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public ListSendersParams build() {
            return new ListSendersParams(country, status);
        }
    }
}
