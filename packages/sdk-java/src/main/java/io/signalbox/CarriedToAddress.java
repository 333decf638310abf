// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * CarriedToAddress. A field is null where the api gave none.
 */
public record CarriedToAddress(
        Long consents,
        Long withdrawals,
        Long lists,
        Boolean hours,
        List<String> suppressedClasses,
        String restrictionId
) {
    static CarriedToAddress fromJson(Map<String, Object> json) {
        return new CarriedToAddress(
            Json.whole(json.get("consents")),
            Json.whole(json.get("withdrawals")),
            Json.whole(json.get("lists")),
            Json.flag(json.get("hours")),
            Json.list(json.get("suppressed_classes"), item -> Json.text(item)),
            Json.text(json.get("restriction_id")));
    }
}
