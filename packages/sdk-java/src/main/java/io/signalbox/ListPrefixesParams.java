// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * ListPrefixesParams. Made by its builder; what is null is not sent.
 *
 * @param state `active` still counts; `ended` was lifted or has expired.
 */
public record ListPrefixesParams(
        Long limit,
        String cursor,
        String action,
        String state
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (limit != null) json.put("limit", limit);
        if (cursor != null) json.put("cursor", cursor);
        if (action != null) json.put("action", action);
        if (state != null) json.put("state", state);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a ListPrefixesParams. */
    public static final class Builder {
        private Long limit;
        private String cursor;
        private String action;
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

        public Builder action(String value) {
            this.action = value;
            return this;
        }

        /** `active` still counts; `ended` was lifted or has expired. */
        public Builder state(String value) {
            this.state = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public ListPrefixesParams build() {
            return new ListPrefixesParams(limit, cursor, action, state);
        }
    }
}
