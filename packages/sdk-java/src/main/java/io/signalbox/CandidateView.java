// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * CandidateView. A field is null where the api gave none.
 */
public record CandidateView(
        String routeId,
        String routeName,
        String providerName,
        Long tier,
        Long weight,
        Double probability,
        Long priceMicros,
        String currency,
        String connection,
        String excluded,
        String excludedText,
        Boolean chosen
) {
    static CandidateView fromJson(Map<String, Object> json) {
        return new CandidateView(
            Json.text(json.get("route_id")),
            Json.text(json.get("route_name")),
            Json.text(json.get("provider_name")),
            Json.whole(json.get("tier")),
            Json.whole(json.get("weight")),
            Json.decimal(json.get("probability")),
            Json.whole(json.get("price_micros")),
            Json.text(json.get("currency")),
            Json.text(json.get("connection")),
            Json.text(json.get("excluded")),
            Json.text(json.get("excluded_text")),
            Json.flag(json.get("chosen")));
    }
}
