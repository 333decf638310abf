// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * ListNetworksParams. Made by its builder; what is null is not sent.
 *
 * @param after `next_after` of the page before.
 */
public record ListNetworksParams(
        Long limit,
        String after
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (limit != null) json.put("limit", limit);
        if (after != null) json.put("after", after);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a ListNetworksParams. */
    public static final class Builder {
        private Long limit;
        private String after;

        private Builder() {}

        public Builder limit(long value) {
            this.limit = value;
            return this;
        }

        /** `next_after` of the page before. */
        public Builder after(String value) {
            this.after = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public ListNetworksParams build() {
            return new ListNetworksParams(limit, after);
        }
    }
}
