// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * NetworkPrefixView. A field is null where the api gave none.
 */
public record NetworkPrefixView(
        String prefix,
        String network,
        String country,
        String name,
        Boolean sample
) {
    static NetworkPrefixView fromJson(Map<String, Object> json) {
        return new NetworkPrefixView(
            Json.text(json.get("prefix")),
            Json.text(json.get("network")),
            Json.text(json.get("country")),
            Json.text(json.get("name")),
            Json.flag(json.get("sample")));
    }
}
