// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * SenderDuty. A field is null where the api gave none.
 */
public record SenderDuty(
        String country,
        String rule,
        String unregistered,
        Boolean perNetwork,
        Long idleDays,
        Long onFile,
        Long usable
) {
    static SenderDuty fromJson(Map<String, Object> json) {
        return new SenderDuty(
            Json.text(json.get("country")),
            Json.text(json.get("rule")),
            Json.text(json.get("unregistered")),
            Json.flag(json.get("per_network")),
            Json.whole(json.get("idle_days")),
            Json.whole(json.get("on_file")),
            Json.whole(json.get("usable")));
    }
}
