// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ConsentProofBundleChainAfter. A field is null where the api gave none.
 */
public record ConsentProofBundleChainAfter(
        Long seq,
        String digest,
        String hash
) {
    static ConsentProofBundleChainAfter fromJson(Map<String, Object> json) {
        return new ConsentProofBundleChainAfter(
            Json.whole(json.get("seq")),
            Json.text(json.get("digest")),
            Json.text(json.get("hash")));
    }
}
