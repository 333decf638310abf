// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SetLookupRequest. Made by its builder; what is null is not sent.
 *
 * @param version The version you read: when somebody else was faster you get `conflict`. Left out, what is there is replaced.
 * @param secret The password, token or key. Left out it stays as it is; empty it is removed.
 */
public record SetLookupRequest(
        Long version,
        Boolean enabled,
        LookupService service,
        String secret,
        List<LookupRule> rules
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (version != null) json.put("version", version);
        if (enabled != null) json.put("enabled", enabled);
        if (service != null) json.put("service", service);
        if (secret != null) json.put("secret", secret);
        if (rules != null) json.put("rules", rules);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a SetLookupRequest. */
    public static final class Builder {
        private Long version;
        private Boolean enabled;
        private LookupService service;
        private String secret;
        private List<LookupRule> rules;

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

        public Builder service(LookupService value) {
            this.service = value;
            return this;
        }

        /** The password, token or key. Left out it stays as it is; empty it is removed. */
        public Builder secret(String value) {
            this.secret = value;
            return this;
        }

        public Builder rules(List<LookupRule> value) {
            this.rules = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public SetLookupRequest build() {
            Json.need("SetLookupRequest", "enabled", enabled);
            Json.need("SetLookupRequest", "service", service);
            return new SetLookupRequest(version, enabled, service, secret, rules);
        }
    }
}
