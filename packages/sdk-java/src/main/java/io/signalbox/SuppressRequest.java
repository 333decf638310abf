// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SuppressRequest. Made by its builder; what is null is not sent.
 */
public record SuppressRequest(
        String address,
        String channel,
        List<String> classes,
        String reason
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (address != null) json.put("address", address);
        if (channel != null) json.put("channel", channel);
        if (classes != null) json.put("classes", classes);
        if (reason != null) json.put("reason", reason);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a SuppressRequest. */
    public static final class Builder {
        private String address;
        private String channel;
        private List<String> classes;
        private String reason;

        private Builder() {}

        public Builder address(String value) {
            this.address = value;
            return this;
        }

        public Builder channel(String value) {
            this.channel = value;
            return this;
        }

        public Builder classes(List<String> value) {
            this.classes = value;
            return this;
        }

        public Builder reason(String value) {
            this.reason = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public SuppressRequest build() {
            Json.need("SuppressRequest", "address", address);
            Json.need("SuppressRequest", "channel", channel);
            Json.need("SuppressRequest", "reason", reason);
            return new SuppressRequest(address, channel, classes, reason);
        }
    }
}
