// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * ListInboundParams. Made by its builder; what is null is not sent.
 *
 * @param from The number that wrote.
 */
public record ListInboundParams(
        Long limit,
        String cursor,
        String from
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (limit != null) json.put("limit", limit);
        if (cursor != null) json.put("cursor", cursor);
        if (from != null) json.put("from", from);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a ListInboundParams. */
    public static final class Builder {
        private Long limit;
        private String cursor;
        private String from;

        private Builder() {}

        public Builder limit(long value) {
            this.limit = value;
            return this;
        }

        public Builder cursor(String value) {
            this.cursor = value;
            return this;
        }

        /** The number that wrote. */
        public Builder from(String value) {
            this.from = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public ListInboundParams build() {
            return new ListInboundParams(limit, cursor, from);
        }
    }
}
