// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * ListDltEntriesParams. Made by its builder; what is null is not sent.
 *
 * @param kind Which kind of registration.
 * @param search Text to be found in id, name, header, link or text.
 */
public record ListDltEntriesParams(
        String kind,
        String search,
        String cursor,
        Long limit
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (kind != null) json.put("kind", kind);
        if (search != null) json.put("search", search);
        if (cursor != null) json.put("cursor", cursor);
        if (limit != null) json.put("limit", limit);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a ListDltEntriesParams. */
    public static final class Builder {
        private String kind;
        private String search;
        private String cursor;
        private Long limit;

        private Builder() {}

        /** Which kind of registration. */
        public Builder kind(String value) {
            this.kind = value;
            return this;
        }

        /** Text to be found in id, name, header, link or text. */
        public Builder search(String value) {
            this.search = value;
            return this;
        }

        public Builder cursor(String value) {
            this.cursor = value;
            return this;
        }

        public Builder limit(long value) {
            this.limit = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public ListDltEntriesParams build() {
            return new ListDltEntriesParams(kind, search, cursor, limit);
        }
    }
}
