// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * ComplianceAnswer. A field is null where the api gave none.
 */
public record ComplianceAnswer(
        String country,
        String channel,
        String class_,
        String at,
        Boolean allowed,
        String state,
        ComplianceAnswerReason reason,
        String eligibleAgainAt,
        RuleResult decidedBy,
        List<RuleResult> rules,
        List<LegalRuleView> law
) {
    static ComplianceAnswer fromJson(Map<String, Object> json) {
        return new ComplianceAnswer(
            Json.text(json.get("country")),
            Json.text(json.get("channel")),
            Json.text(json.get("class")),
            Json.text(json.get("at")),
            Json.flag(json.get("allowed")),
            Json.text(json.get("state")),
            Json.object(json.get("reason"), ComplianceAnswerReason::fromJson),
            Json.text(json.get("eligible_again_at")),
            Json.object(json.get("decided_by"), RuleResult::fromJson),
            Json.list(json.get("rules"), item -> Json.object(item, RuleResult::fromJson)),
            Json.list(json.get("law"), item -> Json.object(item, LegalRuleView::fromJson)));
    }
}
