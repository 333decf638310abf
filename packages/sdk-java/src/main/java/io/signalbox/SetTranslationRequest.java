// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * SetTranslationRequest. Made by its builder; what is null is not sent.
 *
 * @param version The version you read: when somebody else was faster you get `conflict`. Left out, what is there is replaced.
 * @param secret The API key of the service. Left out it stays as it is; empty it is removed.
 */
public record SetTranslationRequest(
        Long version,
        Boolean enabled,
        TranslationService service,
        String secret
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (version != null) json.put("version", version);
        if (enabled != null) json.put("enabled", enabled);
        if (service != null) json.put("service", service);
        if (secret != null) json.put("secret", secret);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a SetTranslationRequest. */
    public static final class Builder {
        private Long version;
        private Boolean enabled;
        private TranslationService service;
        private String secret;

        private Builder() {}

        /** The version you read: when somebody else was faster you get `conflict`. Left out, what is there is replaced. */
        public Builder version(long value) {
            this.version = value;
            return this;
        }

        public Builder enabled(boolean value) {
            this.enabled = value;
            return this;
        }

        public Builder service(TranslationService value) {
            this.service = value;
            return this;
        }

        /** The API key of the service. Left out it stays as it is; empty it is removed. */
        public Builder secret(String value) {
            this.secret = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public SetTranslationRequest build() {
            Json.need("SetTranslationRequest", "enabled", enabled);
            Json.need("SetTranslationRequest", "service", service);
            return new SetTranslationRequest(version, enabled, service, secret);
        }
    }
}
