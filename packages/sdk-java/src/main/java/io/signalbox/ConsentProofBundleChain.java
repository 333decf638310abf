// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * ConsentProofBundleChain. A field is null where the api gave none.
 */
public record ConsentProofBundleChain(
        Long seq,
        String prevHash,
        String hash,
        List<ConsentProofBundleChainAfter> after,
        ConsentProofBundleChainHead head,
        Boolean reachesHead
) {
    static ConsentProofBundleChain fromJson(Map<String, Object> json) {
        return new ConsentProofBundleChain(
            Json.whole(json.get("seq")),
            Json.text(json.get("prev_hash")),
            Json.text(json.get("hash")),
            Json.list(json.get("after"), item -> Json.object(item, ConsentProofBundleChainAfter::fromJson)),
            Json.object(json.get("head"), ConsentProofBundleChainHead::fromJson),
            Json.flag(json.get("reaches_head")));
    }
}
