// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SetRegistryRequest. Made by its builder; what is null is not sent.
 *
 * @param version The version you read, 0 for one that is not there: when somebody else was faster you get `conflict`. Left out, what is there is replaced.
 * @param country The country of the recipients it is asked for; null for all. Mail belongs to no country.
 * @param secret The password, token or key. Left out it stays as it is; empty it is removed.
 */
public record SetRegistryRequest(
        Long version,
        String name,
        Boolean enabled,
        String country,
        List<String> channels,
        String meaning,
        String unanswered,
        RegistryService service,
        String secret
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (version != null) json.put("version", version);
        if (name != null) json.put("name", name);
        if (enabled != null) json.put("enabled", enabled);
        if (country != null) json.put("country", country);
        if (channels != null) json.put("channels", channels);
        if (meaning != null) json.put("meaning", meaning);
        if (unanswered != null) json.put("unanswered", unanswered);
        if (service != null) json.put("service", service);
        if (secret != null) json.put("secret", secret);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a SetRegistryRequest. */
    public static final class Builder {
        private Long version;
        private String name;
        private Boolean enabled;
        private String country;
        private List<String> channels;
        private String meaning;
        private String unanswered;
        private RegistryService service;
        private String secret;

        private Builder() {}

        /** The version you read, 0 for one that is not there: when somebody else was faster you get `conflict`. Left out, what is there is replaced. */
        public Builder version(long value) {
            this.version = value;
            return this;
        }

        public Builder name(String value) {
            this.name = value;
            return this;
        }

        public Builder enabled(boolean value) {
            this.enabled = value;
            return this;
        }

        /** The country of the recipients it is asked for; null for all. Mail belongs to no country. */
        public Builder country(String value) {
            this.country = value;
            return this;
        }

        public Builder channels(List<String> value) {
            this.channels = value;
            return this;
        }

        public Builder meaning(String value) {
            this.meaning = value;
            return this;
        }

        public Builder unanswered(String value) {
            this.unanswered = value;
            return this;
        }

        public Builder service(RegistryService value) {
            this.service = value;
            return this;
        }

        /** The password, token or key. Left out it stays as it is; empty it is removed. */
        public Builder secret(String value) {
            this.secret = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public SetRegistryRequest build() {
            Json.need("SetRegistryRequest", "name", name);
            Json.need("SetRegistryRequest", "enabled", enabled);
            Json.need("SetRegistryRequest", "meaning", meaning);
            Json.need("SetRegistryRequest", "service", service);
            return new SetRegistryRequest(version, name, enabled, country, channels, meaning, unanswered, service, secret);
        }
    }
}
