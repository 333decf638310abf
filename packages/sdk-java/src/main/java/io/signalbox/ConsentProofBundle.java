// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * ConsentProofBundle. A field is null where the api gave none.
 */
public record ConsentProofBundle(
        String format,
        String madeAt,
        String rule,
        List<String> page,
        ConsentEntry entry,
        ConsentProofBundlePerson person,
        String wording,
        ConsentProofBundleChain chain,
        Map<String, Object> receipt
) {
    static ConsentProofBundle fromJson(Map<String, Object> json) {
        return new ConsentProofBundle(
            Json.text(json.get("format")),
            Json.text(json.get("made_at")),
            Json.text(json.get("rule")),
            Json.list(json.get("page"), item -> Json.text(item)),
            Json.object(json.get("entry"), ConsentEntry::fromJson),
            Json.object(json.get("person"), ConsentProofBundlePerson::fromJson),
            Json.text(json.get("wording")),
            Json.object(json.get("chain"), ConsentProofBundleChain::fromJson),
            Json.map(json.get("receipt"), item -> item));
    }
}
