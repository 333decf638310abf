// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * ListSuppressionsParams. Made by its builder; what is null is not sent.
 */
public record ListSuppressionsParams(
        Long limit,
        String cursor,
        String channel,
        String address
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (limit != null) json.put("limit", limit);
        if (cursor != null) json.put("cursor", cursor);
        if (channel != null) json.put("channel", channel);
        if (address != null) json.put("address", address);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a ListSuppressionsParams. */
    public static final class Builder {
        private Long limit;
        private String cursor;
        private String channel;
        private String address;

        private Builder() {}

        public Builder limit(long value) {
            this.limit = value;
            return this;
        }

        public Builder cursor(String value) {
            this.cursor = value;
            return this;
        }

        public Builder channel(String value) {
            this.channel = value;
            return this;
        }

        public Builder address(String value) {
            this.address = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public ListSuppressionsParams build() {
            return new ListSuppressionsParams(limit, cursor, channel, address);
        }
    }
}
