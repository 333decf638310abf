// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * WorkspaceViewOrganisation. A field is null where the api gave none.
 */
public record WorkspaceViewOrganisation(
        String id,
        String name
) {
    static WorkspaceViewOrganisation fromJson(Map<String, Object> json) {
        return new WorkspaceViewOrganisation(
            Json.text(json.get("id")),
            Json.text(json.get("name")));
    }
}
