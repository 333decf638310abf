// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SaveDltEntitiesRequest. Made by its builder; what is null is not sent.
 */
public record SaveDltEntitiesRequest(
        List<DltEntity> entries
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (entries != null) json.put("entries", entries);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a SaveDltEntitiesRequest. */
    public static final class Builder {
        private List<DltEntity> entries;

        private Builder() {}

        public Builder entries(List<DltEntity> value) {
            this.entries = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public SaveDltEntitiesRequest build() {
            Json.need("SaveDltEntitiesRequest", "entries", entries);
            return new SaveDltEntitiesRequest(entries);
        }
    }
}
