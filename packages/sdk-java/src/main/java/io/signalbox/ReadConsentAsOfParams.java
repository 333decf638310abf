// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * ReadConsentAsOfParams. Made by its builder; what is null is not sent.
 *
 * @param at Now when left out.
 * @param topic Left out, any topic will do, as it does for a message without one.
 */
public record ReadConsentAsOfParams(
        String address,
        String channel,
        String at,
        String purpose,
        String topic
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (address != null) json.put("address", address);
        if (channel != null) json.put("channel", channel);
        if (at != null) json.put("at", at);
        if (purpose != null) json.put("purpose", purpose);
        if (topic != null) json.put("topic", topic);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a ReadConsentAsOfParams. */
    public static final class Builder {
        private String address;
        private String channel;
        private String at;
        private String purpose;
        private String topic;

        private Builder() {}

        public Builder address(String value) {
            this.address = value;
            return this;
        }

        public Builder channel(String value) {
            this.channel = value;
            return this;
        }

        /** Now when left out. */
        public Builder at(String value) {
            this.at = value;
            return this;
        }

        public Builder purpose(String value) {
            this.purpose = value;
            return this;
        }

        /** Left out, any topic will do, as it does for a message without one. */
        public Builder topic(String value) {
            this.topic = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public ReadConsentAsOfParams build() {
            Json.need("ReadConsentAsOfParams", "address", address);
            return new ReadConsentAsOfParams(address, channel, at, purpose, topic);
        }
    }
}
