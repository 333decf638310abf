// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * RoutingPreview. A field is null where the api gave none.
 */
public record RoutingPreview(
        String channel,
        String country,
        String state,
        RoutingPreviewReason reason,
        String eligibleAgainAt,
        List<RuleResult> rules,
        List<CandidateView> candidates,
        String blocked,
        PriceRange price,
        String mode,
        Long channelTimeoutSeconds,
        List<ChannelPreview> channels
) {
    static RoutingPreview fromJson(Map<String, Object> json) {
        return new RoutingPreview(
            Json.text(json.get("channel")),
            Json.text(json.get("country")),
            Json.text(json.get("state")),
            Json.object(json.get("reason"), RoutingPreviewReason::fromJson),
            Json.text(json.get("eligible_again_at")),
            Json.list(json.get("rules"), item -> Json.object(item, RuleResult::fromJson)),
            Json.list(json.get("candidates"), item -> Json.object(item, CandidateView::fromJson)),
            Json.text(json.get("blocked")),
            Json.object(json.get("price"), PriceRange::fromJson),
            Json.text(json.get("mode")),
            Json.whole(json.get("channel_timeout_seconds")),
            Json.list(json.get("channels"), item -> Json.object(item, ChannelPreview::fromJson)));
    }
}
