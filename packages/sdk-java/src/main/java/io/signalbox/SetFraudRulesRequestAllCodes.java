// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * SetFraudRulesRequestAllCodes. Made by its builder; what is null is not sent.
 *
 * @param codesPerMinute Most codes that may be asked for in a minute.
 * @param spendPerHour Most that codes may cost in an hour (UTC); null is no limit.
 * @param spendPerDay Most that codes may cost in a day (UTC); null is no limit.
 */
public record SetFraudRulesRequestAllCodes(
        Long codesPerMinute,
        SpendLimit spendPerHour,
        SpendLimit spendPerDay
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (codesPerMinute != null) json.put("codes_per_minute", codesPerMinute);
        if (spendPerHour != null) json.put("spend_per_hour", spendPerHour);
        if (spendPerDay != null) json.put("spend_per_day", spendPerDay);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a SetFraudRulesRequestAllCodes. */
    public static final class Builder {
        private Long codesPerMinute;
        private SpendLimit spendPerHour;
        private SpendLimit spendPerDay;

        private Builder() {}

        /** Most codes that may be asked for in a minute. */
        public Builder codesPerMinute(long value) {
            this.codesPerMinute = value;
            return this;
        }

        /** Most that codes may cost in an hour (UTC); null is no limit. */
        public Builder spendPerHour(SpendLimit value) {
            this.spendPerHour = value;
            return this;
        }

        /** Most that codes may cost in a day (UTC); null is no limit. */
        public Builder spendPerDay(SpendLimit value) {
            this.spendPerDay = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public SetFraudRulesRequestAllCodes build() {
            return new SetFraudRulesRequestAllCodes(codesPerMinute, spendPerHour, spendPerDay);
        }
    }
}
