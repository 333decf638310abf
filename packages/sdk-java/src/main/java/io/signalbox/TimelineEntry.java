// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * TimelineEntry. A field is null where the api gave none.
 */
public record TimelineEntry(
        Long seq,
        String at,
        String kind,
        String actor,
        String result,
        String code,
        String text,
        String state,
        Map<String, Object> facts,
        List<CandidateView> candidates
) {
    static TimelineEntry fromJson(Map<String, Object> json) {
        return new TimelineEntry(
            Json.whole(json.get("seq")),
            Json.text(json.get("at")),
            Json.text(json.get("kind")),
            Json.text(json.get("actor")),
            Json.text(json.get("result")),
            Json.text(json.get("code")),
            Json.text(json.get("text")),
            Json.text(json.get("state")),
            Json.map(json.get("facts"), item -> item),
            Json.list(json.get("candidates"), item -> Json.object(item, CandidateView::fromJson)));
    }
}
