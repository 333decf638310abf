// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ImportMembersResultStored. A field is null where the api gave none.
 */
public record ImportMembersResultStored(
        Long added,
        Long known,
        Long withdrawnSince
) {
    static ImportMembersResultStored fromJson(Map<String, Object> json) {
        return new ImportMembersResultStored(
            Json.whole(json.get("added")),
            Json.whole(json.get("known")),
            Json.whole(json.get("withdrawn_since")));
    }
}
