// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * RecordConsentRequest. Made by its builder; what is null is not sent.
 */
public record RecordConsentRequest(
        String address,
        String channel,
        String state,
        String source,
        String at
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (address != null) json.put("address", address);
        if (channel != null) json.put("channel", channel);
        if (state != null) json.put("state", state);
        if (source != null) json.put("source", source);
        if (at != null) json.put("at", at);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a RecordConsentRequest. */
    public static final class Builder {
        private String address;
        private String channel;
        private String state;
        private String source;
        private String at;

        private Builder() {}

        public Builder address(String value) {
            this.address = value;
            return this;
        }

        public Builder channel(String value) {
            this.channel = value;
            return this;
        }

        public Builder state(String value) {
            this.state = value;
            return this;
        }

        public Builder source(String value) {
            this.source = value;
            return this;
        }

        public Builder at(String value) {
            this.at = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public RecordConsentRequest build() {
            Json.need("RecordConsentRequest", "address", address);
            Json.need("RecordConsentRequest", "channel", channel);
            Json.need("RecordConsentRequest", "state", state);
            Json.need("RecordConsentRequest", "source", source);
            return new RecordConsentRequest(address, channel, state, source, at);
        }
    }
}
