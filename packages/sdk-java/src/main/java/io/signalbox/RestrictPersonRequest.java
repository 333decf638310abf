// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * RestrictPersonRequest. Made by its builder; what is null is not sent.
 *
 * @param address A phone number or a mail address, in any spelling.
 * @param channel Told by the look of the address when left out.
 * @param reason Why, for the register: who asked, and how.
 * @param classes What nothing is sent of while the restriction stands. Codes go, unless they are named: the person asks for each of them.
 */
public record RestrictPersonRequest(
        String address,
        String channel,
        String reason,
        List<String> classes
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (address != null) json.put("address", address);
        if (channel != null) json.put("channel", channel);
        if (reason != null) json.put("reason", reason);
        if (classes != null) json.put("classes", classes);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a RestrictPersonRequest. */
    public static final class Builder {
        private String address;
        private String channel;
        private String reason;
        private List<String> classes;

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

        /** What nothing is sent of while the restriction stands. Codes go, unless they are named: the person asks for each of them. */
        public Builder classes(List<String> value) {
            this.classes = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public RestrictPersonRequest build() {
            Json.need("RestrictPersonRequest", "address", address);
            Json.need("RestrictPersonRequest", "reason", reason);
            return new RestrictPersonRequest(address, channel, reason, classes);
        }
    }
}
