// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ConsentProofBundlePerson. A field is null where the api gave none.
 */
public record ConsentProofBundlePerson(
        String address,
        String proof,
        String salt
) {
    static ConsentProofBundlePerson fromJson(Map<String, Object> json) {
        return new ConsentProofBundlePerson(
            Json.text(json.get("address")),
            Json.text(json.get("proof")),
            Json.text(json.get("salt")));
    }
}
