// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * SetCountryRequestSenders. Made by its builder; what is null is not sent.
 */
public record SetCountryRequestSenders(
        CountrySenders sms,
        CountrySenders email,
        CountrySenders voice
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (sms != null) json.put("sms", sms);
        if (email != null) json.put("email", email);
        if (voice != null) json.put("voice", voice);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a SetCountryRequestSenders. */
    public static final class Builder {
        private CountrySenders sms;
        private CountrySenders email;
        private CountrySenders voice;

        private Builder() {}

        public Builder sms(CountrySenders value) {
            this.sms = value;
            return this;
        }

        public Builder email(CountrySenders value) {
            this.email = value;
            return this;
        }

        public Builder voice(CountrySenders value) {
            this.voice = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public SetCountryRequestSenders build() {
            return new SetCountryRequestSenders(sms, email, voice);
        }
    }
}
