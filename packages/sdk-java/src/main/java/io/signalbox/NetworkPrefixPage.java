// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * NetworkPrefixPage. A field is null where the api gave none.
 */
public record NetworkPrefixPage(
        Long total,
        List<NetworkPrefixView> data,
        String nextAfter
) {
    static NetworkPrefixPage fromJson(Map<String, Object> json) {
        return new NetworkPrefixPage(
            Json.whole(json.get("total")),
            Json.list(json.get("data"), item -> Json.object(item, NetworkPrefixView::fromJson)),
            Json.text(json.get("next_after")));
    }
}
