// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * RoutingDecision. A field is null where the api gave none.
 */
public record RoutingDecision(
        String country,
        List<CandidateView> candidates,
        String blocked
) {
    static RoutingDecision fromJson(Map<String, Object> json) {
        return new RoutingDecision(
            Json.text(json.get("country")),
            Json.list(json.get("candidates"), item -> Json.object(item, CandidateView::fromJson)),
            Json.text(json.get("blocked")));
    }
}
