// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * ListRequestsParams. Made by its builder; what is null is not sent.
 */
public record ListRequestsParams(
        Long limit,
        String cursor,
        String outcome,
        String error,
        String operation,
        String apiKey
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (limit != null) json.put("limit", limit);
        if (cursor != null) json.put("cursor", cursor);
        if (outcome != null) json.put("outcome", outcome);
        if (error != null) json.put("error", error);
        if (operation != null) json.put("operation", operation);
        if (apiKey != null) json.put("api_key", apiKey);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a ListRequestsParams. */
    public static final class Builder {
        private Long limit;
        private String cursor;
        private String outcome;
        private String error;
        private String operation;
        private String apiKey;

        private Builder() {}

        public Builder limit(long value) {
            this.limit = value;
            return this;
        }

        public Builder cursor(String value) {
            this.cursor = value;
            return this;
        }

        public Builder outcome(String value) {
            this.outcome = value;
            return this;
        }

        public Builder error(String value) {
            this.error = value;
            return this;
        }

        public Builder operation(String value) {
            this.operation = value;
            return this;
        }

        public Builder apiKey(String value) {
            this.apiKey = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public ListRequestsParams build() {
            return new ListRequestsParams(limit, cursor, outcome, error, operation, apiKey);
        }
    }
}
