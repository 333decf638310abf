// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * SetFraudRulesRequestEachCountry. Made by its builder; what is null is not sent.
 *
 * @param near Over the last 10 to 20 minutes, of all numbers that differ in their last 4 digits only.
 * @param wide Over the last hour, of all numbers that differ in their last 6 digits only.
 * @param blockHours How long a rule closes a block of numbers.
 * @param spendPerHour Most that codes may cost in an hour (UTC); null is no limit.
 * @param spendPerDay Most that codes may cost in a day (UTC); null is no limit.
 */
public record SetFraudRulesRequestEachCountry(
        BlockThreshold near,
        BlockThreshold wide,
        Long blockHours,
        SpendLimit spendPerHour,
        SpendLimit spendPerDay
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (near != null) json.put("near", near);
        if (wide != null) json.put("wide", wide);
        if (blockHours != null) json.put("block_hours", blockHours);
        if (spendPerHour != null) json.put("spend_per_hour", spendPerHour);
        if (spendPerDay != null) json.put("spend_per_day", spendPerDay);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a SetFraudRulesRequestEachCountry. */
    public static final class Builder {
        private BlockThreshold near;
        private BlockThreshold wide;
        private Long blockHours;
        private SpendLimit spendPerHour;
        private SpendLimit spendPerDay;

        private Builder() {}

        /** Over the last 10 to 20 minutes, of all numbers that differ in their last 4 digits only. */
        public Builder near(BlockThreshold value) {
            this.near = value;
            return this;
        }

        /** Over the last hour, of all numbers that differ in their last 6 digits only. */
        public Builder wide(BlockThreshold value) {
            this.wide = value;
            return this;
        }

        /** How long a rule closes a block of numbers. */
        public Builder blockHours(long value) {
            this.blockHours = value;
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
        public SetFraudRulesRequestEachCountry build() {
            return new SetFraudRulesRequestEachCountry(near, wide, blockHours, spendPerHour, spendPerDay);
        }
    }
}
