// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * ChannelPreview. A field is null where the api gave none.
 */
public record ChannelPreview(
        String channel,
        String country,
        String state,
        ChannelPreviewReason reason,
        String eligibleAgainAt,
        List<RuleResult> rules,
        List<CandidateView> candidates,
        String blocked,
        PriceRange price,
        String starts,
        List<FollowUp> followUps
) {
    static ChannelPreview fromJson(Map<String, Object> json) {
        return new ChannelPreview(
            Json.text(json.get("channel")),
            Json.text(json.get("country")),
            Json.text(json.get("state")),
            Json.object(json.get("reason"), ChannelPreviewReason::fromJson),
            Json.text(json.get("eligible_again_at")),
            Json.list(json.get("rules"), item -> Json.object(item, RuleResult::fromJson)),
            Json.list(json.get("candidates"), item -> Json.object(item, CandidateView::fromJson)),
            Json.text(json.get("blocked")),
            Json.object(json.get("price"), PriceRange::fromJson),
            Json.text(json.get("starts")),
            Json.list(json.get("follow_ups"), item -> Json.object(item, FollowUp::fromJson)));
    }
}
