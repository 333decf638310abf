// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * CountryViewMarketingNow. A field is null where the api gave none.
 */
public record CountryViewMarketingNow(
        Boolean open,
        String until,
        String timeZone,
        Long timeZones
) {
    static CountryViewMarketingNow fromJson(Map<String, Object> json) {
        return new CountryViewMarketingNow(
            Json.flag(json.get("open")),
            Json.text(json.get("until")),
            Json.text(json.get("time_zone")),
            Json.whole(json.get("time_zones")));
    }
}
