// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * VerificationBlock. A field is null where the api gave none.
 *
 * @param prefix The numbers that are closed to codes; null for a limit of money.
 * @param prefixId The listed prefix, null when none was listed yet; to lift by `DELETE /v1/fraud/prefixes/{id}`. To let this number alone through, list it whole with the action `allow`.
 */
public record VerificationBlock(
        String rule,
        String prefix,
        String prefixId,
        String text,
        BlockEvidence evidence,
        VerificationBlockSpend spend
) {
    static VerificationBlock fromJson(Map<String, Object> json) {
        return new VerificationBlock(
            Json.text(json.get("rule")),
            Json.text(json.get("prefix")),
            Json.text(json.get("prefix_id")),
            Json.text(json.get("text")),
            Json.object(json.get("evidence"), BlockEvidence::fromJson),
            Json.object(json.get("spend"), VerificationBlockSpend::fromJson));
    }
}
