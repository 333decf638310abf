// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * CountryView. A field is null where the api gave none.
 */
public record CountryView(
        String country,
        Boolean enabled,
        String currency,
        List<String> languages,
        List<String> channels,
        CountryViewSenders senders,
        List<CountryViewOpeningHours> openingHours,
        List<String> closedDates,
        CountryViewMaxPrice maxPrice,
        Long validForSeconds,
        Long marketingPerDay,
        MarketingNow marketingNow,
        Long version,
        String updatedAt
) {
    static CountryView fromJson(Map<String, Object> json) {
        return new CountryView(
            Json.text(json.get("country")),
            Json.flag(json.get("enabled")),
            Json.text(json.get("currency")),
            Json.list(json.get("languages"), item -> Json.text(item)),
            Json.list(json.get("channels"), item -> Json.text(item)),
            Json.object(json.get("senders"), CountryViewSenders::fromJson),
            Json.list(json.get("opening_hours"), item -> Json.object(item, CountryViewOpeningHours::fromJson)),
            Json.list(json.get("closed_dates"), item -> Json.text(item)),
            Json.object(json.get("max_price"), CountryViewMaxPrice::fromJson),
            Json.whole(json.get("valid_for_seconds")),
            Json.whole(json.get("marketing_per_day")),
            Json.object(json.get("marketing_now"), MarketingNow::fromJson),
            Json.whole(json.get("version")),
            Json.text(json.get("updated_at")));
    }
}
