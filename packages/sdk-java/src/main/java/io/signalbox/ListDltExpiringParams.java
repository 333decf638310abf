// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * ListDltExpiringParams. Made by its builder; what is null is not sent.
 */
public record ListDltExpiringParams(
        Long withinDays
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (withinDays != null) json.put("within_days", withinDays);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a ListDltExpiringParams. */
    public static final class Builder {
        private Long withinDays;

        private Builder() {}

        public Builder withinDays(long value) {
            this.withinDays = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public ListDltExpiringParams build() {
            return new ListDltExpiringParams(withinDays);
        }
    }
}
