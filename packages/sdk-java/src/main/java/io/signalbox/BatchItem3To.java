// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * BatchItem3To. Made by its builder; what is null is not sent.
 */
public record BatchItem3To(
        String sms,
        String email,
        String voice
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

    /** Collects the fields of a BatchItem3To. */
    public static final class Builder {
        private String sms;
        private String email;
        private String voice;

        private Builder() {}

        public Builder sms(String value) {
            this.sms = value;
            return this;
        }

        public Builder email(String value) {
            this.email = value;
            return this;
        }

        public Builder voice(String value) {
            this.voice = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public BatchItem3To build() {
            return new BatchItem3To(sms, email, voice);
        }
    }
}
