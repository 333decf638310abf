// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * ChangeListRequestSignUp. Made by its builder; what is null is not sent.
 *
 * @param hourlyLimit How many people it takes in an hour: each of them costs a message that asks to confirm.
 */
public record ChangeListRequestSignUp(
        Boolean open,
        Long hourlyLimit
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (open != null) json.put("open", open);
        if (hourlyLimit != null) json.put("hourly_limit", hourlyLimit);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a ChangeListRequestSignUp. */
    public static final class Builder {
        private Boolean open;
        private Long hourlyLimit;

        private Builder() {}

        public Builder open(boolean value) {
            this.open = value;
            return this;
        }

        /** How many people it takes in an hour: each of them costs a message that asks to confirm. */
        public Builder hourlyLimit(long value) {
            this.hourlyLimit = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public ChangeListRequestSignUp build() {
            Json.need("ChangeListRequestSignUp", "open", open);
            return new ChangeListRequestSignUp(open, hourlyLimit);
        }
    }
}
