// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * CountrySenders. Made by its builder; what is null is not sent.
 *
 * @param default_ Sender of messages that name none; null leaves it to the provider. Needed, and one of them, when `allowed` is given.
 * @param allowed Senders a message may name; null is any.
 */
public record CountrySenders(
        String default_,
        List<String> allowed
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (default_ != null) json.put("default", default_);
        if (allowed != null) json.put("allowed", allowed);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a CountrySenders. */
    public static final class Builder {
        private String default_;
        private List<String> allowed;

        private Builder() {}

        /** Sender of messages that name none; null leaves it to the provider. Needed, and one of them, when `allowed` is given. */
        public Builder default_(String value) {
            this.default_ = value;
            return this;
        }

        /** Senders a message may name; null is any. */
        public Builder allowed(List<String> value) {
            this.allowed = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public CountrySenders build() {
            return new CountrySenders(default_, allowed);
        }
    }
}
