// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * OwnCountryRules. Made by its builder; what is null is not sent.
 *
 * @param near Over the last 10 to 20 minutes, of all numbers that differ in their last 4 digits only; null is as in each country.
 * @param wide Over the last hour, of all numbers that differ in their last 6 digits only; null is as in each country.
 * @param blockHours How long a rule closes a block of numbers; null is as in each country.
 * @param spendPerHour Most that codes may cost in an hour (UTC); null is as in each country.
 * @param spendPerDay Most that codes may cost in a day (UTC); null is as in each country.
 */
public record OwnCountryRules(
        String country,
        BlockThreshold near,
        BlockThreshold wide,
        Long blockHours,
        SpendLimit spendPerHour,
        SpendLimit spendPerDay
) implements JsonObject {
    static OwnCountryRules fromJson(Map<String, Object> json) {
        return new OwnCountryRules(
            Json.text(json.get("country")),
            Json.object(json.get("near"), BlockThreshold::fromJson),
            Json.object(json.get("wide"), BlockThreshold::fromJson),
            Json.whole(json.get("block_hours")),
            Json.object(json.get("spend_per_hour"), SpendLimit::fromJson),
            Json.object(json.get("spend_per_day"), SpendLimit::fromJson));
    }

    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (country != null) json.put("country", country);
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

    /** Collects the fields of a OwnCountryRules. */
    public static final class Builder {
        private String country;
        private BlockThreshold near;
        private BlockThreshold wide;
        private Long blockHours;
        private SpendLimit spendPerHour;
        private SpendLimit spendPerDay;

        private Builder() {}

        public Builder country(String value) {
            this.country = value;
            return this;
        }

        /** Over the last 10 to 20 minutes, of all numbers that differ in their last 4 digits only; null is as in each country. */
        public Builder near(BlockThreshold value) {
            this.near = value;
            return this;
        }

        /** Over the last hour, of all numbers that differ in their last 6 digits only; null is as in each country. */
        public Builder wide(BlockThreshold value) {
            this.wide = value;
            return this;
        }

        /** How long a rule closes a block of numbers; null is as in each country. */
        public Builder blockHours(long value) {
            this.blockHours = value;
            return this;
        }

        /** Most that codes may cost in an hour (UTC); null is as in each country. */
        public Builder spendPerHour(SpendLimit value) {
            this.spendPerHour = value;
            return this;
        }

        /** Most that codes may cost in a day (UTC); null is as in each country. */
        public Builder spendPerDay(SpendLimit value) {
            this.spendPerDay = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public OwnCountryRules build() {
            Json.need("OwnCountryRules", "country", country);
            return new OwnCountryRules(country, near, wide, blockHours, spendPerHour, spendPerDay);
        }
    }
}
