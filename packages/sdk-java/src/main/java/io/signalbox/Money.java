// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Money. Made by its builder; what is null is not sent.
 */
public record Money(
        Long amountMicros,
        String currency
) implements JsonObject {
    static Money fromJson(Map<String, Object> json) {
        return new Money(
            Json.whole(json.get("amount_micros")),
            Json.text(json.get("currency")));
    }

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

    /** Collects the fields of a Money. */
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
        public Money build() {
            Json.need("Money", "amount_micros", amountMicros);
            Json.need("Money", "currency", currency);
            return new Money(amountMicros, currency);
        }
    }
}
