// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * ExchangeRate. Made by its builder; what is null is not sent.
 *
 * @param from The day from which the rate counts, in UTC.
 * @param rate What one unit is worth in the currency of the workspace, as decimal text.
 */
public record ExchangeRate(
        String currency,
        String from,
        String rate
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (currency != null) json.put("currency", currency);
        if (from != null) json.put("from", from);
        if (rate != null) json.put("rate", rate);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a ExchangeRate. */
    public static final class Builder {
        private String currency;
        private String from;
        private String rate;

        private Builder() {}

        public Builder currency(String value) {
            this.currency = value;
            return this;
        }

        /** The day from which the rate counts, in UTC. */
        public Builder from(String value) {
            this.from = value;
            return this;
        }

        /** What one unit is worth in the currency of the workspace, as decimal text. */
        public Builder rate(String value) {
            this.rate = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public ExchangeRate build() {
            Json.need("ExchangeRate", "currency", currency);
            Json.need("ExchangeRate", "from", from);
            Json.need("ExchangeRate", "rate", rate);
            return new ExchangeRate(currency, from, rate);
        }
    }
}
