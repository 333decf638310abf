// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * RoutingDecision. A field is null where the api gave none.
 */
public record RoutingDecision(
        String channel,
        String country,
        String state,
        RoutingDecisionReason reason,
        String eligibleAgainAt,
        List<RuleResult> rules,
        List<CandidateView> candidates,
        String blocked,
        PriceRange price
) {
    static RoutingDecision fromJson(Map<String, Object> json) {
        return new RoutingDecision(
            Json.text(json.get("channel")),
            Json.text(json.get("country")),
            Json.text(json.get("state")),
            Json.object(json.get("reason"), RoutingDecisionReason::fromJson),
            Json.text(json.get("eligible_again_at")),
            Json.list(json.get("rules"), item -> Json.object(item, RuleResult::fromJson)),
            Json.list(json.get("candidates"), item -> Json.object(item, CandidateView::fromJson)),
            Json.text(json.get("blocked")),
            Json.object(json.get("price"), PriceRange::fromJson));
    }
}
