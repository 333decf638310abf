// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * CountrySenders. Made by its builder; what is null is not sent.
 *
 * @param default_ Sender of messages that name none; null leaves it to the provider. Needed, and a registered one, with `registered_only`.
 * @param registeredOnly Whether a message may only name senders that are registered there (`/v1/senders`); those at `default` count where a country has none of its own.
 */
public record CountrySenders(
        String default_,
        Boolean registeredOnly
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (default_ != null) json.put("default", default_);
        if (registeredOnly != null) json.put("registered_only", registeredOnly);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a CountrySenders. */
    public static final class Builder {
        private String default_;
        private Boolean registeredOnly;

        private Builder() {}

        /** Sender of messages that name none; null leaves it to the provider. Needed, and a registered one, with `registered_only`. */
        public Builder default_(String value) {
            this.default_ = value;
            return this;
        }

        /** Whether a message may only name senders that are registered there (`/v1/senders`); those at `default` count where a country has none of its own. */
        public Builder registeredOnly(boolean value) {
            this.registeredOnly = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public CountrySenders build() {
            return new CountrySenders(default_, registeredOnly);
        }
    }
}
