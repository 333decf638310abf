// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * SaveTopicRequest. Made by its builder; what is null is not sent.
 *
 * @param names What people read when they choose what to get, by language (BCP 47).
 */
public record SaveTopicRequest(
        Map<String, String> names
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (names != null) json.put("names", names);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a SaveTopicRequest. */
    public static final class Builder {
        private Map<String, String> names;

        private Builder() {}

        /** What people read when they choose what to get, by language (BCP 47). */
        public Builder names(Map<String, String> value) {
            this.names = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public SaveTopicRequest build() {
            Json.need("SaveTopicRequest", "names", names);
            return new SaveTopicRequest(names);
        }
    }
}
