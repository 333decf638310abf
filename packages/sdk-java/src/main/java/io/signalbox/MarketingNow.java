// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * MarketingNow. A field is null where the api gave none.
 */
public record MarketingNow(
        Boolean open,
        String until,
        String timeZone,
        Long timeZones
) {
    static MarketingNow fromJson(Map<String, Object> json) {
        return new MarketingNow(
            Json.flag(json.get("open")),
            Json.text(json.get("until")),
            Json.text(json.get("time_zone")),
            Json.whole(json.get("time_zones")));
    }
}
