// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SetExchangeRatesRequest. Made by its builder; what is null is not sent.
 */
public record SetExchangeRatesRequest(
        List<ExchangeRate> rates
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (rates != null) json.put("rates", rates);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a SetExchangeRatesRequest. */
    public static final class Builder {
        private List<ExchangeRate> rates;

        private Builder() {}

        public Builder rates(List<ExchangeRate> value) {
            this.rates = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public SetExchangeRatesRequest build() {
            Json.need("SetExchangeRatesRequest", "rates", rates);
            return new SetExchangeRatesRequest(rates);
        }
    }
}
