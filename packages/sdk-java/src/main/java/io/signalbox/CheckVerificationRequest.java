// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * CheckVerificationRequest. Made by its builder; what is null is not sent.
 *
 * @param boundTo The same as at the start; with another, the right code is a wrong one.
 * @param ip Address of the person who asks, when you know it: guesses and sends are limited for it too.
 */
public record CheckVerificationRequest(
        String code,
        String boundTo,
        String ip
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (code != null) json.put("code", code);
        if (boundTo != null) json.put("bound_to", boundTo);
        if (ip != null) json.put("ip", ip);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a CheckVerificationRequest. */
    public static final class Builder {
        private String code;
        private String boundTo;
        private String ip;

        private Builder() {}

        public Builder code(String value) {
            this.code = value;
            return this;
        }

        /** The same as at the start; with another, the right code is a wrong one. */
        public Builder boundTo(String value) {
            this.boundTo = value;
            return this;
        }

        /** Address of the person who asks, when you know it: guesses and sends are limited for it too. */
        public Builder ip(String value) {
            this.ip = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public CheckVerificationRequest build() {
            Json.need("CheckVerificationRequest", "code", code);
            return new CheckVerificationRequest(code, boundTo, ip);
        }
    }
}
