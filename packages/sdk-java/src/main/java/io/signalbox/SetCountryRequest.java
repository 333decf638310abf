// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SetCountryRequest. Made by its builder; what is null is not sent.
 *
 * @param enabled Whether anything goes to numbers of this country, codes included.
 * @param currency Currency customers there pay in (ISO 4217).
 * @param languages Languages of customers there, the preferred one first (BCP 47).
 * @param channels Channels that are open; to close all of them, close the country.
 * @param senders Senders by channel; a channel that is null is inherited. Those of mail, which has no country, are set at `default`.
 * @param openingHours When marketing is welcome, in the local time of the recipient; what comes at another time is `held` until then, the last ten minutes included. In a country of several zones a number may be in any of them, so that it must be open in all at once. Mail, and numbers of no country, follow `default` in the zone of the workspace.
 * @param closedDates Days without marketing, such as public holidays, by the calendar of the recipient.
 * @param maxPrice Most that one part may cost: routes above it, or in a currency without an exchange rate to its own, carry nothing there.
 * @param validForSeconds Longest validity of messages there; codes keep their own.
 * @param marketingPerDay Most marketing messages to one person on one channel in 24 hours, beside the frequency caps of the workspace: the stricter wins.
 * @param version Version that was read: the change is refused when somebody else made one since.
 */
public record SetCountryRequest(
        Boolean enabled,
        String currency,
        List<String> languages,
        List<String> channels,
        SetCountryRequestSenders senders,
        List<OpeningSpan> openingHours,
        List<String> closedDates,
        SetCountryRequestMaxPrice maxPrice,
        Long validForSeconds,
        Long marketingPerDay,
        Long version
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (enabled != null) json.put("enabled", enabled);
        if (currency != null) json.put("currency", currency);
        if (languages != null) json.put("languages", languages);
        if (channels != null) json.put("channels", channels);
        if (senders != null) json.put("senders", senders);
        if (openingHours != null) json.put("opening_hours", openingHours);
        if (closedDates != null) json.put("closed_dates", closedDates);
        if (maxPrice != null) json.put("max_price", maxPrice);
        if (validForSeconds != null) json.put("valid_for_seconds", validForSeconds);
        if (marketingPerDay != null) json.put("marketing_per_day", marketingPerDay);
        if (version != null) json.put("version", version);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a SetCountryRequest. */
    public static final class Builder {
        private Boolean enabled;
        private String currency;
        private List<String> languages;
        private List<String> channels;
        private SetCountryRequestSenders senders;
        private List<OpeningSpan> openingHours;
        private List<String> closedDates;
        private SetCountryRequestMaxPrice maxPrice;
        private Long validForSeconds;
        private Long marketingPerDay;
        private Long version;

        private Builder() {}

        /** Whether anything goes to numbers of this country, codes included. */
        public Builder enabled(boolean value) {
            this.enabled = value;
            return this;
        }

        /** Currency customers there pay in (ISO 4217). */
        public Builder currency(String value) {
            this.currency = value;
            return this;
        }

        /** Languages of customers there, the preferred one first (BCP 47). */
        public Builder languages(List<String> value) {
            this.languages = value;
            return this;
        }

        /** Channels that are open; to close all of them, close the country. */
        public Builder channels(List<String> value) {
            this.channels = value;
            return this;
        }

        /** Senders by channel; a channel that is null is inherited. Those of mail, which has no country, are set at `default`. */
        public Builder senders(SetCountryRequestSenders value) {
            this.senders = value;
            return this;
        }

        /** When marketing is welcome, in the local time of the recipient; what comes at another time is `held` until then, the last ten minutes included. In a country of several zones a number may be in any of them, so that it must be open in all at once. Mail, and numbers of no country, follow `default` in the zone of the workspace. */
        public Builder openingHours(List<OpeningSpan> value) {
            this.openingHours = value;
            return this;
        }

        /** Days without marketing, such as public holidays, by the calendar of the recipient. */
        public Builder closedDates(List<String> value) {
            this.closedDates = value;
            return this;
        }

        /** Most that one part may cost: routes above it, or in a currency without an exchange rate to its own, carry nothing there. */
        public Builder maxPrice(SetCountryRequestMaxPrice value) {
            this.maxPrice = value;
            return this;
        }

        /** Longest validity of messages there; codes keep their own. */
        public Builder validForSeconds(long value) {
            this.validForSeconds = value;
            return this;
        }

        /** Most marketing messages to one person on one channel in 24 hours, beside the frequency caps of the workspace: the stricter wins. */
        public Builder marketingPerDay(long value) {
            this.marketingPerDay = value;
            return this;
        }

        /** Version that was read: the change is refused when somebody else made one since. */
        public Builder version(long value) {
            this.version = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public SetCountryRequest build() {
            Json.need("SetCountryRequest", "enabled", enabled);
            return new SetCountryRequest(enabled, currency, languages, channels, senders, openingHours, closedDates, maxPrice, validForSeconds, marketingPerDay, version);
        }
    }
}
