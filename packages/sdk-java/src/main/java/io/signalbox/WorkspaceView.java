// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * WorkspaceView. A field is null where the api gave none.
 */
public record WorkspaceView(
        String id,
        String name,
        WorkspaceViewOrganisation organisation,
        String homeRegion,
        String defaultCurrency,
        String timeZone,
        String defaultLanguage,
        List<String> secondPersonFor,
        String links,
        List<String> linkDomains,
        String createdAt,
        List<String> regions
) {
    static WorkspaceView fromJson(Map<String, Object> json) {
        return new WorkspaceView(
            Json.text(json.get("id")),
            Json.text(json.get("name")),
            Json.object(json.get("organisation"), WorkspaceViewOrganisation::fromJson),
            Json.text(json.get("home_region")),
            Json.text(json.get("default_currency")),
            Json.text(json.get("time_zone")),
            Json.text(json.get("default_language")),
            Json.list(json.get("second_person_for"), item -> Json.text(item)),
            Json.text(json.get("links")),
            Json.list(json.get("link_domains"), item -> Json.text(item)),
            Json.text(json.get("created_at")),
            Json.list(json.get("regions"), item -> Json.text(item)));
    }
}
