// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * ExportPersonRequest. Made by its builder; what is null is not sent.
 *
 * @param address A phone number or a mail address, in any spelling.
 * @param channel Told by the look of the address when left out.
 * @param reason Why, for the register: who asked, and how.
 * @param cursor `next_cursor` of the part before; the first part when left out.
 */
public record ExportPersonRequest(
        String address,
        String channel,
        String reason,
        String cursor
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (address != null) json.put("address", address);
        if (channel != null) json.put("channel", channel);
        if (reason != null) json.put("reason", reason);
        if (cursor != null) json.put("cursor", cursor);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a ExportPersonRequest. */
    public static final class Builder {
        private String address;
        private String channel;
        private String reason;
        private String cursor;

        private Builder() {}

        /** A phone number or a mail address, in any spelling. */
        public Builder address(String value) {
            this.address = value;
            return this;
        }

        /** Told by the look of the address when left out. */
        public Builder channel(String value) {
            this.channel = value;
            return this;
        }

        /** Why, for the register: who asked, and how. */
        public Builder reason(String value) {
            this.reason = value;
            return this;
        }

        /** `next_cursor` of the part before; the first part when left out. */
        public Builder cursor(String value) {
            this.cursor = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public ExportPersonRequest build() {
            Json.need("ExportPersonRequest", "address", address);
            Json.need("ExportPersonRequest", "reason", reason);
            return new ExportPersonRequest(address, channel, reason, cursor);
        }
    }
}
