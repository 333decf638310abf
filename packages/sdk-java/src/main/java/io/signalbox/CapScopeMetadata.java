// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * CapScopeMetadata. Made by its builder; what is null is not sent.
 */
public record CapScopeMetadata(
        String key,
        String value
) implements JsonObject {
    static CapScopeMetadata fromJson(Map<String, Object> json) {
        return new CapScopeMetadata(
            Json.text(json.get("key")),
            Json.text(json.get("value")));
    }

    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (key != null) json.put("key", key);
        if (value != null) json.put("value", value);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a CapScopeMetadata. */
    public static final class Builder {
        private String key;
        private String value;

        private Builder() {}

        public Builder key(String value) {
            this.key = value;
            return this;
        }

        public Builder value(String value) {
            this.value = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public CapScopeMetadata build() {
            Json.need("CapScopeMetadata", "key", key);
            Json.need("CapScopeMetadata", "value", value);
            return new CapScopeMetadata(key, value);
        }
    }
}
