// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ConsentProofBundleChainHead. A field is null where the api gave none.
 */
public record ConsentProofBundleChainHead(
        Long seq,
        String hash
) {
    static ConsentProofBundleChainHead fromJson(Map<String, Object> json) {
        return new ConsentProofBundleChainHead(
            Json.whole(json.get("seq")),
            Json.text(json.get("hash")));
    }
}
