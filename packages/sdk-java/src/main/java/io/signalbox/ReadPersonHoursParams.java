// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * ReadPersonHoursParams. Made by its builder; what is null is not sent.
 */
public record ReadPersonHoursParams(
        String address,
        String channel
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (address != null) json.put("address", address);
        if (channel != null) json.put("channel", channel);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a ReadPersonHoursParams. */
    public static final class Builder {
        private String address;
        private String channel;

        private Builder() {}

        public Builder address(String value) {
            this.address = value;
            return this;
        }

        public Builder channel(String value) {
            this.channel = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public ReadPersonHoursParams build() {
            Json.need("ReadPersonHoursParams", "address", address);
            return new ReadPersonHoursParams(address, channel);
        }
    }
}
