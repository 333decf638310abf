// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * ListTemplatesParams. Made by its builder; what is null is not sent.
 *
 * @param search Text to be found in the key or the name.
 * @param state How the newest version stands.
 */
public record ListTemplatesParams(
        String search,
        String state,
        String class_,
        Long limit,
        String cursor
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (search != null) json.put("search", search);
        if (state != null) json.put("state", state);
        if (class_ != null) json.put("class", class_);
        if (limit != null) json.put("limit", limit);
        if (cursor != null) json.put("cursor", cursor);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a ListTemplatesParams. */
    public static final class Builder {
        private String search;
        private String state;
        private String class_;
        private Long limit;
        private String cursor;

        private Builder() {}

        /** Text to be found in the key or the name. */
        public Builder search(String value) {
            this.search = value;
            return this;
        }

        /** How the newest version stands. */
        public Builder state(String value) {
            this.state = value;
            return this;
        }

        public Builder class_(String value) {
            this.class_ = value;
            return this;
        }

        public Builder limit(long value) {
            this.limit = value;
            return this;
        }

        public Builder cursor(String value) {
            this.cursor = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public ListTemplatesParams build() {
            return new ListTemplatesParams(search, state, class_, limit, cursor);
        }
    }
}
