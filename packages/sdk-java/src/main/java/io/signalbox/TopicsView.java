// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * TopicsView. A field is null where the api gave none.
 */
public record TopicsView(
        List<TopicView> data
) {
    static TopicsView fromJson(Map<String, Object> json) {
        return new TopicsView(
            Json.list(json.get("data"), item -> Json.object(item, TopicView::fromJson)));
    }
}
