// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * MaxPrice. Made by its builder; what is null is not sent.
 */
public record MaxPrice(
        Long amountMicros,
        String currency
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (amountMicros != null) json.put("amount_micros", amountMicros);
        if (currency != null) json.put("currency", currency);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a MaxPrice. */
    public static final class Builder {
        private Long amountMicros;
        private String currency;

        private Builder() {}

        public Builder amountMicros(long value) {
            this.amountMicros = value;
            return this;
        }

        public Builder currency(String value) {
            this.currency = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public MaxPrice build() {
            Json.need("MaxPrice", "amount_micros", amountMicros);
            return new MaxPrice(amountMicros, currency);
        }
    }
}
