// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * RectifyPersonRequest. Made by its builder; what is null is not sent.
 *
 * @param address A phone number or a mail address, in any spelling.
 * @param channel Told by the look of the address when left out.
 * @param reason Why, for the register: who asked, and how.
 * @param newAddress Where the person is reached from now on: of the same channel as the address that is wrong.
 * @param samePerson How it is proven that one person is behind both addresses, such as a code of the new one entered in the account of the old one. It stands in the proof of each consent. Without it consents and places on lists do not go along; suppressions, restrictions and withdrawals always do.
 * @param language The language the person reads, on every list of the address.
 * @param timeZone The zone of the person, by whose clock the hours without marketing count. There must be such hours.
 */
public record RectifyPersonRequest(
        String address,
        String channel,
        String reason,
        String newAddress,
        String samePerson,
        String language,
        String timeZone
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (address != null) json.put("address", address);
        if (channel != null) json.put("channel", channel);
        if (reason != null) json.put("reason", reason);
        if (newAddress != null) json.put("new_address", newAddress);
        if (samePerson != null) json.put("same_person", samePerson);
        if (language != null) json.put("language", language);
        if (timeZone != null) json.put("time_zone", timeZone);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a RectifyPersonRequest. */
    public static final class Builder {
        private String address;
        private String channel;
        private String reason;
        private String newAddress;
        private String samePerson;
        private String language;
        private String timeZone;

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

        /** Where the person is reached from now on: of the same channel as the address that is wrong. */
        public Builder newAddress(String value) {
            this.newAddress = value;
            return this;
        }

        /** How it is proven that one person is behind both addresses, such as a code of the new one entered in the account of the old one. It stands in the proof of each consent. Without it consents and places on lists do not go along; suppressions, restrictions and withdrawals always do. */
        public Builder samePerson(String value) {
            this.samePerson = value;
            return this;
        }

        /** The language the person reads, on every list of the address. */
        public Builder language(String value) {
            this.language = value;
            return this;
        }

        /** The zone of the person, by whose clock the hours without marketing count. There must be such hours. */
        public Builder timeZone(String value) {
            this.timeZone = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public RectifyPersonRequest build() {
            Json.need("RectifyPersonRequest", "address", address);
            Json.need("RectifyPersonRequest", "reason", reason);
            return new RectifyPersonRequest(address, channel, reason, newAddress, samePerson, language, timeZone);
        }
    }
}
